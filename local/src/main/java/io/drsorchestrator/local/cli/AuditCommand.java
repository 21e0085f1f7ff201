package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.drsorchestrator.local.audit.Finding;
import io.drsorchestrator.local.audit.LogAudit;
import io.drsorchestrator.local.audit.Story;
import io.drsorchestrator.local.audit.Verdict;
import io.drsorchestrator.local.audit.Verdict.Result;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a log: what became of each execution, and whether its events can all be true. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Re-derives the outcome of every execution from the lifecycle events of a log (docs/events.md)",
      "and holds them against the invariants I1 to I12. Other lines are passed over, lines of several",
      "environments are put in order by version."
    },
    footer = {
      "",
      "Exit code: 0 all consistent, 2 an invariant is broken or lines are missing, 64 wrong input.",
      "",
      "Examples:",
      "  drs-local run --auto-resume --log run.log; drs-local audit run.log --story",
      "  aws logs tail GROUP --since 1d --format short > prod.log; drs-local audit prod.log"
    })
final class AuditCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "LOGFILE",
      description = "The log, a line of JSON an event.")
  private Path file = Path.of("");

  @Option(names = "--json", paramLabel = "FILE", description = "Write the verdicts here as well.")
  private @Nullable Path json;

  @Option(
      names = "--allow-gaps",
      description = "Exit with 0 also where lines are missing, as long as the others agree.")
  private boolean allowGaps;

  @Option(
      names = "--story",
      description = "Tell first what happened to each execution, a line an event.")
  private boolean story;

  @Override
  public Integer call() throws IOException {
    var lines = lines();
    var verdicts = LogAudit.of(lines);
    if (verdicts.isEmpty()) {
      throw wrong(file + " has no lifecycle events (docs/events.md)");
    }
    print(verdicts, story ? Story.of(lines) : HashMap.empty(), System.out);
    if (json != null) {
      write(json, verdicts);
    }
    return verdicts.forAll(this::isAccepted) ? ExitCode.COMPLETED : ExitCode.NOT_COMPLETED;
  }

  private boolean isAccepted(Verdict verdict) {
    return verdict.result() == Result.CONSISTENT
        || (allowGaps && verdict.result() == Result.INCOMPLETE);
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      throw wrong(file + " is not text in UTF-8");
    } catch (IOException e) {
      throw wrong(file + " cannot be read");
    }
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  private static void print(Vector<Verdict> verdicts, Map<String, Story> stories, PrintStream out) {
    for (var verdict : verdicts) {
      stories.get(verdict.executionId()).forEach(told -> tell(told, out));
      out.println(
          harmless(
              "execution %s: %s, %d versions: %s"
                  .formatted(
                      verdict.executionId(),
                      verdict.outcome(),
                      verdict.versions(),
                      verdict.result())));
      verdict.findings().forEach(finding -> out.println("  " + harmless(inWords(finding))));
    }
    var consistent = verdicts.count(verdict -> verdict.result() == Result.CONSISTENT);
    out.println("%d of %d executions are consistent".formatted(consistent, verdicts.size()));
  }

  private static void tell(Story story, PrintStream out) {
    out.println(harmless(story.lines().head()));
    story.lines().tail().forEach(line -> out.println("  " + harmless(line)));
  }

  /** A log may say anything, also to a terminal. */
  private static String harmless(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
  }

  private static String inWords(Finding finding) {
    return "line %d: %s (%s), expected: %s"
        .formatted(finding.line(), finding.rule(), finding.rule().meaning(), finding.expected());
  }

  private void write(Path target, Vector<Verdict> verdicts) throws IOException {
    var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    var array = mapper.createArrayNode();
    for (var verdict : verdicts) {
      var json = array.addObject();
      json.put("executionId", verdict.executionId()).put("outcome", verdict.outcome());
      json.put("versions", verdict.versions()).put("result", verdict.result().name());
      var findings = json.putArray("findings");
      verdict
          .findings()
          .forEach(
              finding ->
                  findings
                      .addObject()
                      .put("rule", finding.rule().name())
                      .put("line", finding.line())
                      .put("expected", finding.expected()));
    }
    try {
      Files.writeString(target, mapper.writeValueAsString(array) + System.lineSeparator());
    } catch (IOException e) {
      throw wrong(target + " cannot be written");
    }
  }
}
