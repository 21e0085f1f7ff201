package io.drsorchestrator.local.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of tasks and the clock that follows them. */
final class VirtualSchedulerTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final VirtualScheduler time = new VirtualScheduler(NOON);
  private final List<String> done = new ArrayList<>();

  @Test
  void runs_in_order_of_time_and_then_of_asking() {
    time.after(Duration.ofSeconds(2), () -> done.add("third"));
    time.after(Duration.ofSeconds(1), () -> done.add("first"));
    time.after(Duration.ofSeconds(1), () -> done.add("second"));

    time.runUntilIdle();

    assertThat(done).containsExactly("first", "second", "third");
    assertThat(time.instant()).isEqualTo(NOON.plusSeconds(2));
  }

  @Test
  void runs_what_is_late_now_and_never_goes_back() {
    time.advance(Duration.ofSeconds(5));
    time.at(NOON, () -> done.add(time.instant().toString()));

    time.runUntilIdle();

    assertThat(done).containsExactly("2026-01-01T12:00:05Z");
  }

  @Test
  void advances_no_further_than_asked() {
    time.after(Duration.ofSeconds(1), () -> done.add("due"));
    time.after(Duration.ofSeconds(3), () -> done.add("not due"));

    time.advance(Duration.ofSeconds(2));

    assertThat(done).containsExactly("due");
    assertThat(time.instant()).isEqualTo(NOON.plusSeconds(2));
    assertThat(time.isIdle()).isFalse();
  }

  @Test
  void runs_tasks_that_tasks_ask_for() {
    time.execute(() -> time.execute(() -> done.add("inner")));

    time.runDue();

    assertThat(done).containsExactly("inner");
  }

  @Test
  void a_cancelled_task_neither_runs_nor_moves_the_clock() {
    var timer = time.timer(NOON.plusSeconds(60), () -> done.add("never"));
    timer.cancel();

    assertThat(time.isIdle()).isTrue();
    assertThat(time.runNext()).isFalse();
    assertThat(time.instant()).isEqualTo(NOON);
    assertThat(done).isEmpty();
  }
}
