package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

/** Cancelling: an accepted cancel is never lost, and no wave is left running behind it. */
@Cases
final class CancelCases {

  @Case("D17")
  void a_cancel_during_a_wave_waits_for_the_wave(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    assertThat(run.direct("cancel").status()).isEqualTo("CANCELLING");
    assertThat(run.status()).isEqualTo("CANCELLING");
    assertThat(run.finish(0).next()).isEqualTo("CANCEL");
    assertThat(run.workflow("update").status()).isEqualTo("CANCELLED");
    assertThat(run.waveStatuses()).containsExactly("COMPLETED", "CANCELLED");
  }

  @Case({"D17", "D9"})
  void a_cancel_between_waves_ends_the_execution_at_once(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.recover(0);
    assertThat(run.direct("cancel").status()).isEqualTo("CANCELLED");
    assertThat(run.item().path("endTime").asLong()).isPositive();
    assertThat(run.waveStatuses()).containsExactly("COMPLETED", "CANCELLED");
    assertThat(run.wave(1).path("endTime").asLong()).isPositive();
  }

  @Case("D18")
  void no_wave_starts_after_a_cancel(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    var unused = run.direct("cancel");
    run.finish(0);
    unused = run.startWave(1);
    assertThat(run.jobs(1)).isZero();
    assertThat(run.status()).isEqualTo("CANCELLING");
  }

  @Case({"D18", "D13"})
  void a_cancel_during_the_last_wave_wins_over_finalize(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    var unused = run.direct("cancel");
    run.finish(0);
    unused = run.workflow("finalize");
    assertThat(run.status()).isNotEqualTo("COMPLETED");
    unused = run.workflow("update");
    assertThat(run.status()).isEqualTo("CANCELLED");
  }

  @Case("D18")
  void a_repeated_cancel_is_answered_like_the_first(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    var first = run.direct("cancel");
    var before = run.item();
    var second = run.direct("cancel");
    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.status()).isEqualTo("CANCELLING");
    assertThat(run.item()).isEqualTo(before);
  }

  @Case("D18")
  void a_cancel_of_a_completed_execution_is_refused(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.recover(0);
    var unused = run.workflow("finalize");
    var before = run.item();
    assertThat(run.direct("cancel").isRefusal()).isTrue();
    assertThat(run.item()).isEqualTo(before);
  }

  @Case("D9")
  void a_failed_wave_ends_the_execution_with_its_time_and_reason(Stage stage) {
    var run = stage.run(stage.waves(2).withServer(0, stage.failingServer()));
    assertThat(run.recover(0).next()).isEqualTo("FAIL");
    assertThat(run.workflow("update").status()).isEqualTo("FAILED");
    assertThat(run.item().path("endTime").asLong()).isPositive();
    assertThat(run.item().path("errorMessage").asText()).isNotBlank();
    assertThat(run.waveStatuses()).containsExactly("FAILED", "CANCELLED");
  }
}
