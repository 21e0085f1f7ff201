package io.drsorchestrator.local.statemachines;

import static io.drsorchestrator.local.statemachines.Step.awaitWave;
import static io.drsorchestrator.local.statemachines.Step.done;
import static io.drsorchestrator.local.statemachines.Step.fail;
import static io.drsorchestrator.local.statemachines.Step.pause;
import static io.drsorchestrator.local.statemachines.Step.runWave;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.WorkflowBudget;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Standard workflow dies of its 25,000th history event: what the machines spend. */
final class HistoryBudgetTest {

  /** It runs since noon, and all of its servers, none, are decided. */
  private static final PollingExecution LONG_WAVE =
      new PollingExecution(
          new ExecutionFacts(
              new ExecutionDetails(
                  new ExecutionKey(new ExecutionId("execution-1"), new PlanId("plan-1")),
                  "Plan",
                  ExecutionType.DRILL,
                  "alice",
                  Machines.NOON,
                  AccountContext.current("123456789012")),
              Option.none(),
              new Waves(
                  Vector.of(
                      new RunningWave(
                          new WavePlan(
                              WaveNumber.FIRST, "Wave 1", Option.none(), Vector.empty(), false),
                          Machines.NOON,
                          new JobId("drsjob-1"),
                          "eu-west-1",
                          Vector.empty(),
                          Option.none(),
                          Option.none(),
                          0))),
              Revision.INITIAL),
          Option.none());

  private static final Duration DEADLINE = WavePolicy.DEFAULT.deadline();

  private static int eventsOfWave(int polls) {
    var machines = Machines.answering(runWave(0));
    for (int poll = 0; poll < polls; poll++) {
      machines.then(awaitWave(0, 15));
    }
    machines.then(fail(0)).run();
    return machines.history(machines.children().get(0)).size();
  }

  private static int eventsOfExecution(int waves) {
    var machines = Machines.answering();
    for (int wave = 0; wave < waves; wave++) {
      machines.then(runWave(wave));
    }
    machines.then(done("FAILED", 0)).run();
    return machines.history(machines.execution()).size();
  }

  private static int eventsWithGate() {
    var machines = Machines.answering(pause(0), pause(0)).start();
    machines.then(done("FAILED", 0));
    machines.stepFunctions.sendTaskSuccess(
        machines.payloads().get(1).path("taskToken").asText(), "{}");
    machines.time.runUntilIdle();
    return machines.history(machines.execution()).size();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void a_poll_costs_nine_events(int polls) {
    assertThat(eventsOfWave(polls + 1) - eventsOfWave(polls)).isEqualTo(9);
  }

  @Test
  void a_wave_costs_its_parent_eight_events_and_a_gate_thirteen() {
    assertThat(eventsOfExecution(5) - eventsOfExecution(4)).isEqualTo(8);
    assertThat(eventsWithGate() - eventsOfExecution(0)).isEqualTo(13);
    assertThat(100 * (8 + 13)).as("a hundred gated waves").isLessThan(25_000 / 10);
  }

  /** The worst case of the domain's own intervals: a wave that is about to change all the time. */
  @Test
  void a_wave_at_its_deadline_has_used_less_than_half_of_its_history() {
    var machines = Machines.deciding(HistoryBudgetTest::decide).run();

    var child = machines.children().get(0);
    assertThat(Duration.between(child.startDate(), child.stopDate().orElseThrow()))
        .isBetween(DEADLINE, DEADLINE.plusMinutes(3));
    assertThat(machines.history(child)).hasSizeBetween(9_000, 12_500);
    assertThat(machines.history(child))
        .as("what a preflight tells")
        .hasSizeLessThanOrEqualTo(WorkflowBudget.of(1, 0).wave());
  }

  private static Step decide(Instant now, String operation) {
    return switch (operation) {
      case "create" -> runWave(0);
      case "update" -> done("FAILED", 0);
      default ->
          now.isAfter(Machines.NOON.plus(DEADLINE)) ? fail(0) : awaitWave(0, secondsToWait(now));
    };
  }

  private static int secondsToWait(Instant now) {
    return (int) LONG_WAVE.nextStep(now).after().toSeconds();
  }
}
