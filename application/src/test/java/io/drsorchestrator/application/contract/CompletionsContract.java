package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** COMPLETED is written once, and only when the whole plan is. */
public abstract class CompletionsContract extends StoreContract {

  private static Transition<CompletedExecution> completed(PollingExecution execution) {
    return execution.finalizeBy(WORKFLOW, NOON.plusSeconds(9)).get();
  }

  /** A caller who believes that the first {@code waves} waves are all, and COMPLETED. */
  private static PollingExecution believedCompleted(ActiveExecution execution, int waves) {
    Vector<Wave> completed =
        Vector.range(0, waves).map(SampleWaves::plan).map(SampleWaves::completed);
    return new PollingExecution(withWaves(execution.facts(), new Waves(completed)), Option.none());
  }

  @Test
  void completes_an_execution_whose_every_wave_is_completed() {
    var recorded = execution(2).completeWave().completeWave();

    assertThat(store().completions().complete(completed(recorded.polling()))).isEqualTo(WRITTEN);

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(recorded.read().waveStatuses()).containsOnly(WaveStatus.COMPLETED);
    assertThat(recorded.document())
        .containsEntry("completedWaves", 2L)
        .containsEntry("endTime", NOON.plusSeconds(9).getEpochSecond())
        .containsEntry("completedTime", NOON.plusSeconds(9).getEpochSecond())
        .containsEntry(
            "outcomeSummary", "COMPLETED: 2 of 2 waves completed, 4 of 4 servers launched");
    assertThat(recorded.document().get("outcomeDetails"))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("totalWaves", 2L),
                Map.entry("wavesCompleted", 2L),
                Map.entry("wavesFailed", 0L),
                Map.entry("wavesCancelled", 0L),
                Map.entry("wavesPending", 0L),
                Map.entry("totalServers", 4L),
                Map.entry("serversLaunched", 4L),
                Map.entry("serversFailed", 0L),
                Map.entry("serversCancelled", 0L),
                Map.entry("serversPending", 0L),
                Map.entry("completedWaves", List.of(launched("Wave 1"), launched("Wave 2"))),
                Map.entry("failedWaves", List.of()),
                Map.entry("cancelledWaves", List.of())));
  }

  private static Map<String, Object> launched(String wave) {
    return Map.of("name", wave, "serversLaunched", 2L, "serversFailed", 0L, "serversCancelled", 0L);
  }

  @Test
  void completes_once() {
    var recorded = execution(1).completeWave();
    var first = completed(recorded.polling());
    var later = recorded.polling().finalizeBy(WORKFLOW, NOON.plusSeconds(99)).get();

    assertThat(store().completions().complete(first)).isEqualTo(WRITTEN);
    assertThat(store().completions().complete(later)).isEqualTo(CONFLICT);
    assertThat(recorded.document())
        .containsEntry("completedTime", NOON.plusSeconds(9).getEpochSecond());
  }

  @Test
  void does_not_complete_while_waves_are_outstanding_whatever_the_caller_believes() {
    var recorded = execution(2).completeWave();

    assertThat(store().completions().complete(completed(believedCompleted(recorded.active(), 2))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  /** The old bug: the waves that had started were taken for all waves (D1). */
  @Test
  void does_not_complete_by_a_shorter_plan_than_the_stored_one() {
    var recorded = execution(2).completeWave();

    assertThat(store().completions().complete(completed(believedCompleted(recorded.active(), 1))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void does_not_complete_a_failed_wave_whatever_the_caller_believes() {
    var recorded = execution(1).launch().observe(SampleWaves::disaster);

    assertThat(store().completions().complete(completed(believedCompleted(recorded.active(), 1))))
        .isEqualTo(CONFLICT);
  }

  @Test
  void does_not_complete_what_is_being_cancelled() {
    var recorded = execution(1).launch().requestCancel().observe(SampleWaves::success);

    assertThat(store().completions().complete(completed(believedCompleted(recorded.active(), 1))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void does_not_complete_what_is_paused() {
    var recorded = executionWithGate(1, 0).pause();

    assertThat(store().completions().complete(completed(believedCompleted(recorded.active(), 1))))
        .isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void does_not_complete_from_an_older_version() {
    var recorded = execution(2).launch().requestPause();
    var older = believedCompleted(recorded.active(), 2);
    recorded.observe(SampleWaves::success).pause().requestResume().resume().completeWave();

    assertThat(store().completions().complete(completed(older))).isEqualTo(CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }
}
