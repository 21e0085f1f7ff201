package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.Moments.noonPlus;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People hear of a drill a day after anything that they heard of it. */
class DrillReminderTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final LaunchedInstance INSTANCE =
      new LaunchedInstance(
          Option.some("i-1"),
          Option.none(),
          Option.none(),
          Option.none(),
          Option.none(),
          WaveNumber.FIRST,
          Option.none());

  @Test
  void the_first_is_due_a_day_after_the_end() {
    var end = Vector.of(NOON);

    assertThat(DrillReminder.NONE.isDue(end, noonPlus(DAY.minusNanos(1)))).isFalse();
    assertThat(DrillReminder.NONE.isDue(end, noonPlus(DAY))).isTrue();
  }

  @Test
  void the_next_is_due_a_day_after_the_last() {
    var reminded = DrillReminder.NONE.reminded(noonPlus(DAY));

    assertThat(reminded).isEqualTo(new DrillReminder(1, Option.some(noonPlus(DAY))));
    assertThat(reminded.isDue(Vector.of(NOON), noonPlus(DAY.multipliedBy(2).minusNanos(1))))
        .isFalse();
    assertThat(reminded.isDue(Vector.of(NOON), noonPlus(DAY.multipliedBy(2)))).isTrue();
    assertThat(reminded.reminded(NOON).count()).isEqualTo(2);
  }

  @Test
  void whoever_asks_for_a_termination_has_a_day_as_well() {
    var asked = noonPlus(Duration.ofHours(30));

    assertThat(DrillReminder.NONE.isDue(Vector.of(NOON, asked), asked.plus(DAY).minusNanos(1)))
        .isFalse();
    assertThat(DrillReminder.NONE.isDue(Vector.of(NOON, asked), asked.plus(DAY))).isTrue();
  }

  @Test
  void where_no_time_is_known_it_is_due_at_first_sight() {
    assertThat(DrillReminder.NONE.isDue(Vector.empty(), NOON)).isTrue();
  }

  @Test
  void may_name_fewer_instances_than_the_record() {
    var reminder = DrillReminder.NONE.reminded(NOON);
    var told =
        new DrillInstancesLive(
            reminder, "Plan", Option.some(NOON), Option.none(), Vector.of(INSTANCE, INSTANCE));

    assertThat(told.of(Vector.of(INSTANCE)))
        .isEqualTo(
            new DrillInstancesLive(
                reminder, "Plan", Option.some(NOON), Option.none(), Vector.of(INSTANCE)));
  }
}
