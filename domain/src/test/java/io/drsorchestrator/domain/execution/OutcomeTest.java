package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  private static Outcome outcome(ExecutionStatus status, Wave... waves) {
    return Outcome.of(status, new Waves(Vector.of(waves)));
  }

  private static Wave cancelled(int number, int servers) {
    return new PendingWave(SampleWaves.plan(number, servers)).cancel(NOON);
  }

  @Test
  void a_failure_is_told_with_its_wave_and_what_never_started() {
    var failed =
        outcome(
            ExecutionStatus.FAILED,
            SampleWaves.completed(SampleWaves.plan(0, 2)),
            SampleWaves.claimed(SampleWaves.plan(1, 3)).fail("no capacity", NOON),
            cancelled(2, 4));

    assertThat(failed.summary())
        .isEqualTo("FAILED: 1 of 3 waves completed, 2 of 9 servers launched; failed: Wave 2");
    assertThat(failed.of(WaveStatus.FAILED).single().failed()).isEqualTo(3);
    assertThat(failed.of(WaveStatus.CANCELLED).single().cancelled()).isEqualTo(4);
  }

  /** Every server of the plan is counted once. */
  @Test
  void the_parts_are_the_whole() {
    var all =
        outcome(
            ExecutionStatus.CANCELLED,
            SampleWaves.completed(SampleWaves.plan(0, 2)),
            cancelled(1, 5),
            new PendingWave(SampleWaves.plan(2, 1)));

    assertThat(all.servers()).isEqualTo(8);
    assertThat(all.launched()).isEqualTo(2);
    assertThat(all.waves().map(Outcome.WaveOutcome::pending).sum().intValue()).isEqualTo(1);
  }
}
