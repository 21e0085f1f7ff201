package io.drsorchestrator.local.statemachines;

import static io.drsorchestrator.local.statemachines.Step.awaitWave;
import static io.drsorchestrator.local.statemachines.Step.cancel;
import static io.drsorchestrator.local.statemachines.Step.done;
import static io.drsorchestrator.local.statemachines.Step.fail;
import static io.drsorchestrator.local.statemachines.Step.finalizing;
import static io.drsorchestrator.local.statemachines.Step.pause;
import static io.drsorchestrator.local.statemachines.Step.runWave;
import static io.drsorchestrator.local.statemachines.Step.startWave;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the machines by scripts and writes down what they did: {@code .ci/templates/check} has the
 * same scripts run by an interpreter that nobody here wrote, and compares.
 */
final class DifferentialTraceTest {

  private static final Path TRACES = Path.of("target", "differential");

  static Stream<Script> scripts() {
    return Stream.of(
        Script.named("success", "ExecutionCompleted")
            .answers(runWave(0), awaitWave(0, 30), awaitWave(0, 15), runWave(1), awaitWave(1, 30))
            .answers(runWave(2), awaitWave(2, 30), finalizing(), done("COMPLETED", 3)),
        Script.named("gate", "ExecutionCompleted")
            .answers(runWave(0), awaitWave(0, 30), pause(1), pause(1), runWave(1))
            .answers(awaitWave(1, 15), finalizing(), done("COMPLETED", 3)),
        Script.named("gate on the first wave", "ExecutionFailed")
            .answers(pause(0), pause(0), startWave(0, 1), awaitWave(0, 1), done("FAILED", 0)),
        Script.named("failure", "ExecutionFailed")
            .answers(runWave(0), awaitWave(0, 30), fail(0), done("FAILED", 0)),
        Script.named("cancel", "ExecutionCancelled")
            .answers(runWave(0), awaitWave(0, 30), cancel(1), done("CANCELLED", 1)),
        Script.named("quota wait", "ExecutionFailed")
            .answers(runWave(0), startWave(0, 60), startWave(0, 300), awaitWave(0, 15), fail(0))
            .answers(done("FAILED", 0)),
        Script.named("throttled Lambda", "ExecutionCompleted")
            .throttled(3)
            .answers(runWave(0))
            .throttled(2)
            .answers(awaitWave(0, 30))
            .throttled(4)
            .answers(finalizing())
            .throttled(1)
            .answers(done("COMPLETED", 3)),
        Script.named("weather", "ExecutionCompleted")
            .fails(Machines.RETRYABLE, 2)
            .answers(runWave(0))
            .fails("Sandbox.Timedout", 1)
            .answers(awaitWave(0, 30))
            .fails("java.lang.IllegalStateException", 4)
            .answers(finalizing(), done("COMPLETED", 3)),
        Script.named("final fault is read again", "ExecutionCompleted")
            .answers(runWave(0), finalizing())
            .fails(Machines.FINAL, 1)
            .answers(finalizing().readAgain(1), done("COMPLETED", 3)),
        Script.named("dead wave is followed by another", "ExecutionFailed")
            .answers(runWave(0))
            .fails(Machines.FINAL, 1)
            .answers(runWave(0).readAgain(1), awaitWave(0, 30), done("FAILED", 0)),
        Script.named("fault at the start", "ExecutionFailed")
            .fails(Machines.FINAL, 1)
            .answers(done("FAILED", 0)),
        Script.named("a step that nobody knows", "ExecutionFailed")
            .answers(new Step("POLLING", "DANCE", 0, 1, 0, 0), done("FAILED", 0)),
        Script.named("no outcome", "OutcomeNotRecorded").answers(done("POLLING", 0)));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_leads_to_its_end_and_leaves_a_trace(Script script) throws IOException {
    var machines = script.run();

    assertThat(machines.states()).endsWith(script.end());
    var trace = script.trace(machines);
    assertThat(trace.path("payloads")).hasSize(script.answers().size());
    Files.createDirectories(TRACES);
    Files.writeString(TRACES.resolve(script.fileName()), trace.toPrettyString());
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void no_two_runs_of_a_script_differ(Script script) {
    assertThat(List.of(script.trace(script.run()))).containsExactly(script.trace(script.run()));
  }
}
