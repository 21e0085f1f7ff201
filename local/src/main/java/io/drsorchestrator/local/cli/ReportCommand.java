package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a page of a report. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a page for people of an answer of GET /executions/{id}/report: with a chart, without",
      "scripts, in one file that can be mailed and printed."
    },
    footer = {
      "",
      "Example:",
      "  curl -s 'http://127.0.0.1:8080/executions/ID/report?targetMinutes=60' > report.json",
      "  drs-local report report.json --html report.html"
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The report as JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--html",
      paramLabel = "FILE",
      required = true,
      description = "Where the page is written.")
  private Path html = Path.of("");

  @Override
  public Integer call() {
    var page = ReportPage.of(report());
    try {
      Files.writeString(html, page);
    } catch (IOException e) {
      throw wrong(html + " cannot be written");
    }
    return ExitCode.COMPLETED;
  }

  private JsonNode report() {
    try {
      var report = new ObjectMapper().readTree(file.toFile());
      if (!report.path("waves").isArray() || !report.path("recovery").isObject()) {
        throw wrong(file + " is no report: it has no waves and recovery");
      }
      return report;
    } catch (IOException e) {
      throw wrong(file + " cannot be read as JSON");
    }
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
