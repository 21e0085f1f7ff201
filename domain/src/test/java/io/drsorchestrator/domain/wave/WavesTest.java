package io.drsorchestrator.domain.wave;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.wave.SampleWaves.claimed;
import static io.drsorchestrator.domain.wave.SampleWaves.completed;
import static io.drsorchestrator.domain.wave.SampleWaves.failed;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class WavesTest {

  private static final Waves PLANNED = Waves.planned(Vector.range(0, 3).map(SampleWaves::plan));
  private static final Waves ONE_COMPLETED = PLANNED.with(completed(plan(0)));

  @Test
  void are_all_pending_when_planned() {
    assertThat(PLANNED.all())
        .containsExactly(
            new PendingWave(plan(0)), new PendingWave(plan(1)), new PendingWave(plan(2)));
    assertThat(PLANNED.total()).isEqualTo(3);
    assertThat(PLANNED.completed()).isZero();
    assertThat(PLANNED.areCompleted()).isFalse();
    assertThat(PLANNED.active()).isEmpty();
    assertThat(PLANNED.current()).contains(new PendingWave(plan(0)));
  }

  @Test
  void are_judged_by_the_whole_plan() {
    assertThat(ONE_COMPLETED.areCompleted()).isFalse();
    assertThat(ONE_COMPLETED.completed()).isEqualTo(1);
    assertThat(ONE_COMPLETED.current()).contains(new PendingWave(plan(1)));
  }

  @Test
  void are_completed_when_each_is() {
    var all = ONE_COMPLETED.with(completed(plan(1))).with(completed(plan(2)));

    assertThat(all.areCompleted()).isTrue();
    assertThat(all.completed()).isEqualTo(3);
    assertThat(all.current()).isEmpty();
  }

  @Test
  void are_not_completed_by_a_wave_that_failed() {
    var all = ONE_COMPLETED.with(completed(plan(1))).with(failed(plan(2)));

    assertThat(all.areCompleted()).isFalse();
    assertThat(all.completed()).isEqualTo(2);
    assertThat(all.failed()).containsExactly(failed(plan(2)));
    assertThat(all.current()).contains(failed(plan(2)));
  }

  @Test
  void are_never_completed_where_there_are_none() {
    assertThat(new Waves(Vector.empty()).areCompleted()).isFalse();
  }

  @Test
  void know_the_wave_under_way() {
    assertThat(ONE_COMPLETED.with(claimed(plan(1))).active()).contains(claimed(plan(1)));
    assertThat(ONE_COMPLETED.with(running(plan(1))).active()).contains(running(plan(1)));
  }

  @Test
  void know_which_are_still_to_start() {
    assertThat(ONE_COMPLETED.with(running(plan(1))).pending())
        .containsExactly(new PendingWave(plan(2)));
  }

  @Test
  void are_found_by_their_numbers() {
    assertThat(PLANNED.find(new WaveNumber(2))).contains(new PendingWave(plan(2)));
    assertThat(PLANNED.find(new WaveNumber(3))).isEmpty();
  }

  @Test
  void stand_at_the_positions_of_their_numbers() {
    assertThatThrownBy(() -> Waves.planned(Vector.of(plan(0), plan(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wave 2 is at position 1");
    assertThatThrownBy(() -> Waves.planned(Vector.of(plan(1), plan(0))))
        .hasMessage("wave 1 is at position 0");
    assertThatThrownBy(() -> Waves.planned(Vector.of(plan(0), plan(0))))
        .hasMessage("wave 0 is at position 1");
  }

  @Test
  void replace_one_wave_and_keep_the_others() {
    assertThat(PLANNED.with(running(plan(1))).all())
        .containsExactly(new PendingWave(plan(0)), running(plan(1)), new PendingWave(plan(2)));
  }

  @Test
  void cancel_what_has_not_started_and_nothing_else() {
    var cancelled = ONE_COMPLETED.with(running(plan(1))).cancelPending(NOON);

    assertThat(cancelled.all())
        .containsExactly(
            completed(plan(0)), running(plan(1)), new PendingWave(plan(2)).cancel(NOON));
    assertThat(cancelled.statuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.POLLING, WaveStatus.CANCELLED);
  }
}
