package io.drsorchestrator.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time that runs a thousand times as fast. */
final class ScaledSchedulerTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final ScaledScheduler time = new ScaledScheduler(NOON, 1000);

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void a_task_runs_when_its_simulated_time_has_come() throws Exception {
    var ran = new CompletableFuture<Instant>();

    time.after(Duration.ofMinutes(1), () -> ran.complete(time.instant()));

    assertThat(ran.get(10, TimeUnit.SECONDS)).isAfterOrEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void tasks_run_in_the_order_of_their_times() throws Exception {
    var order = new LinkedBlockingQueue<String>();

    time.after(Duration.ofMinutes(2), () -> order.add("second"));
    time.after(Duration.ofMinutes(1), () -> order.add("first"));

    assertThat(order.poll(10, TimeUnit.SECONDS)).isEqualTo("first");
    assertThat(order.poll(10, TimeUnit.SECONDS)).isEqualTo("second");
  }

  @Test
  void a_cancelled_task_does_not_run() throws Exception {
    var order = new LinkedBlockingQueue<String>();

    time.timer(NOON.plusSeconds(120), () -> order.add("cancelled")).cancel();
    time.at(NOON.plusSeconds(180), () -> order.add("kept"));

    assertThat(order.poll(10, TimeUnit.SECONDS)).isEqualTo("kept");
  }

  @Test
  void a_closed_scheduler_takes_no_offence_at_late_tasks() {
    time.close();

    time.execute(() -> {});
  }

  @Test
  void time_slower_than_real_is_refused() {
    assertThatThrownBy(() -> new ScaledScheduler(NOON, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
