package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what would stop or slow a plan, without a start. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Starts all parts, and asks the function for everything that would stop or slow a start of the plan.",
    footer = {
      "",
      "Exit code: 0 it can be started, warnings allowed, 2 something stops it, 64 wrong usage or input.",
      "",
      "Examples:",
      "  drs-local check plan.json                     as a drill",
      "  drs-local check plan.json --type RECOVERY --json -"
    })
final class CheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "Plan file (JSON).")
  private @Nullable Path file;

  @Option(names = "--type", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private RunCommand.Type type = RunCommand.Type.DRILL;

  @Option(names = "--scenario", paramLabel = "FILE", description = "What goes wrong (JSON).")
  private @Nullable Path scenario;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the answer of the function here; - is standard output.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    var plan = plan();
    var out = JsonFile.isStandardOutput(json) ? System.err : System.out;
    try (var system = LocalSystem.start(LocalOptions.inProcess(plan, 1))) {
      var report = preflight(system, plan);
      new Findings(report).print(out);
      JsonFile.write(json, report);
      return report.path("verdict").asText().equals("BLOCKED") ? ExitCode.BLOCKED : ExitCode.READY;
    }
  }

  private PlanFile plan() {
    var files = new InputFiles(commandLine());
    var plan = files.plan(file);
    return scenario == null ? plan : plan.withScenario(files.scenario(scenario));
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }

  private JsonNode preflight(LocalSystem system, PlanFile plan) {
    var answer =
        system.invoke(
            JsonNodeFactory.instance
                .objectNode()
                .put("operation", "preflight")
                .put("planId", plan.planId())
                .put("executionType", type.name())
                .put("initiatedBy", Operator.name()));
    if (answer.path("statusCode").asInt() != 200 || !answer.has("verdict")) {
      throw new IllegalStateException("The plan was not checked: " + answer.path("body").asText());
    }
    return answer;
  }
}
