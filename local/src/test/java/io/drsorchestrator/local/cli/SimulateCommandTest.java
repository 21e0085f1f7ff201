package io.drsorchestrator.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.simulate.run.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Exit codes and files of {@code drs-local simulate}. */
final class SimulateCommandTest {

  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    return DrsLocal.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
  }

  @Test
  void kept_promises_are_exit_code_0_with_a_report_and_a_log(@TempDir Path directory)
      throws IOException {
    var json = directory.resolve("report.json");
    var log = directory.resolve("run.log");

    int code =
        run("simulate", "--runs", "3", "--seed", "5", "--json", "" + json, "--log", "" + log);

    assertThat(code).isZero();
    var report = new ObjectMapper().readTree(Files.readString(json));
    assertThat(report.path("seed").asLong()).isEqualTo(5);
    assertThat(report.path("runs").asInt()).isEqualTo(3);
    assertThat(report.path("violations")).isEmpty();
    assertThat(report.at("/coverage/cells/UNHARMED/POLL/POLLING").asInt()).isPositive();
    assertThat(log).content().contains("CREATE#1 begins", "workflow execution-1 is RUNNING");
  }

  @Test
  void a_plan_of_a_file_is_simulated(@TempDir Path directory) throws IOException {
    var plan = directory.resolve("plan.json");
    try (var sample = SimulateCommandTest.class.getResourceAsStream("/samples/three-tiers.json")) {
      Files.write(plan, sample == null ? new byte[0] : sample.readAllBytes());
    }
    var log = directory.resolve("run.log");

    int code = run("simulate", "--runs", "2", "--plan", "" + plan, "--log", "" + log);

    assertThat(code).isZero();
    assertThat(log).content().contains("[PENDING, PENDING, PENDING]");
  }

  @Test
  void a_broken_promise_is_exit_code_2_and_told_in_steps(@TempDir Path directory)
      throws IOException {
    var json = directory.resolve("report.json");
    UnaryOperator<HttpRequest> untagged =
        request ->
            new HttpRequest(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                request.body().replaceAll(",\"tags\":\\{[^}]*\\}", ""));
    var command = new SimulateCommand(new Wiring(UnaryOperator.identity(), untagged));

    int code = new CommandLine(command).execute("--runs", "4", "--json", "" + json);

    assertThat(code).isEqualTo(2);
    var report = new ObjectMapper().readTree(Files.readString(json));
    assertThat(report.path("violations")).isNotEmpty();
    assertThat(report.at("/counterexamples/0/steps")).isNotEmpty();
  }

  @Test
  void wrong_usage_is_exit_code_64() {
    assertThat(run("simulate", "--runs", "0")).isEqualTo(64);
    assertThat(run("simulate", "--threads", "100")).isEqualTo(64);
    assertThat(run("simulate", "--runs", "many")).isEqualTo(64);
    assertThat(run("simulate", "--plan", "nowhere.json")).isEqualTo(64);
    assertThat(errors.toString()).contains("--runs is 0, allowed is 1 to", "nowhere.json");
  }
}
