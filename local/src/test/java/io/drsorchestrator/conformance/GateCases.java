package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

/** Gates: an execution waits before a wave until an operator lets it go on (US-5, FR-7). */
@Cases
final class GateCases {

  private static final String TOKEN = "conformance-token";

  private static Run paused(Stage stage) {
    var run = stage.start(stage.waves(2).withGateBefore(1));
    run.untilStatus("PAUSED");
    assertThat(run.status()).isEqualTo("PAUSED");
    return run;
  }

  @Case({"AC-5.1", "AC-5.2", "FR-7.2"})
  void an_execution_pauses_before_a_gated_wave(Stage stage) {
    var run = paused(stage);
    assertThat(run.waveStatuses()).containsExactly("COMPLETED", "PENDING");
    assertThat(run.item().path("pausedBeforeWave").asInt()).isEqualTo(1);
    assertThat(run.item().path("taskToken").asText()).isNotBlank();
    assertThat(run.jobs(1)).isZero();
  }

  @Case({"AC-5.4", "AC-5.5", "FR-7.3", "FR-7.4"})
  void a_resumed_execution_runs_its_next_wave_to_the_end(Stage stage) {
    var run = paused(stage);
    assertThat(run.direct("resume").statusCode()).isEqualTo(200);
    run.untilEnd();
    assertThat(run.status()).isEqualTo("COMPLETED");
    assertThat(run.waveStatuses()).containsExactly("COMPLETED", "COMPLETED");
    assertThat(run.item().has("taskToken")).isFalse();
  }

  @Case("D15")
  void a_repeated_resume_is_answered_in_words_and_starts_the_wave_once(Stage stage) {
    var run = paused(stage);
    assertThat(run.direct("resume").body().path("message").asText()).isNotBlank();
    var second = run.direct("resume");
    assertThat(second.failed()).isFalse();
    assertThat(second.statusCode()).isIn(200, 400);
    assertThat(second.body().path("message").asText()).isNotBlank();
    run.untilEnd();
    assertThat(run.status()).isEqualTo("COMPLETED");
    assertThat(run.jobs(1)).isEqualTo(1);
  }

  @Case({"AC-5.5", "FR-7.4"})
  void the_workflows_resume_makes_it_polling_and_creates_the_wave(Stage stage) {
    var run = stage.run(stage.waves(2).withGateBefore(1));
    run.recover(0);
    var unused = run.pause(TOKEN);
    assertThat(run.status()).isEqualTo("PAUSED");
    unused = run.direct("resume");
    assertThat(run.status()).as("until the workflow goes on").isEqualTo("PAUSED");
    assertThat(run.workflow("resume").status()).isEqualTo("POLLING");
    assertThat(run.status()).isEqualTo("POLLING");
    assertThat(run.item().has("pausedBeforeWave")).isFalse();
  }

  @Case({"AC-5.3", "FR-7.1"})
  void no_gate_opens_without_an_operator(Stage stage) {
    var run = stage.run(stage.waves(2).withGateBefore(1));
    run.recover(0);
    var unused = run.startWave(1);
    assertThat(run.jobs(1)).isZero();
    unused = run.pause(TOKEN);
    unused = run.workflow("resume");
    unused = run.startWave(1);
    assertThat(run.status()).isEqualTo("PAUSED");
    assertThat(run.jobs(1)).isZero();
  }

  @Case("D20")
  void a_gate_before_the_first_wave_holds(Stage stage) {
    var run = stage.run(stage.waves(1).withGateBefore(0));
    assertThat(run.workflow("create").next()).isEqualTo("PAUSE");
    var unused = run.startWave(0);
    assertThat(run.jobs(0)).isZero();
  }

  @Case("D19")
  void an_operators_pause_during_a_wave_holds_at_the_next_one(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    assertThat(run.direct("pause").status()).isEqualTo("PAUSE_PENDING");
    assertThat(run.status()).isEqualTo("POLLING");
    assertThat(run.finish(0).next()).isEqualTo("PAUSE");
    var unused = run.startWave(1);
    assertThat(run.jobs(1)).isZero();
  }

  @Case({"D19", "D15"})
  void a_pause_with_no_wave_left_is_refused_in_words(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    assertThat(run.direct("pause").isRefusal()).isTrue();
  }

  @Case("D15")
  void a_resume_of_what_is_not_paused_is_refused_in_words(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    assertThat(run.direct("resume").isRefusal()).isTrue();
    assertThat(run.status()).isEqualTo("POLLING");
  }

  @Case({"D18", "D15"})
  void a_resume_after_a_cancel_is_refused_and_starts_nothing(Stage stage) {
    var run = paused(stage);
    var unused = run.direct("cancel");
    assertThat(run.direct("resume").isRefusal()).isTrue();
    assertThat(run.status()).isEqualTo("CANCELLED");
    assertThat(run.jobs(1)).isZero();
  }

  @Case("D40")
  void the_task_token_is_told_to_nobody(Stage stage) {
    var run = stage.run(stage.waves(2).withGateBefore(0));
    assertThat(run.pause(TOKEN).payload().toString()).doesNotContain(TOKEN);
    assertThat(run.direct("poll").payload().toString()).doesNotContain(TOKEN);
    assertThat(run.get("/executions/{id}").payload().toString())
        .contains(run.executionId())
        .doesNotContain(TOKEN);
    assertThat(run.direct("resume").payload().toString()).doesNotContain(TOKEN);
  }
}
