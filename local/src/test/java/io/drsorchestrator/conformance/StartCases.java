package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Starting executions and waves: each once, in order (FR-4). */
@Cases
final class StartCases {

  private static final int CALLERS = 4;

  @Case({"FR-1.2", "FR-4.1"})
  void create_stores_every_wave_of_the_plan(Stage stage) {
    var run = stage.start(stage.waves(3).withGateBefore(0));
    assertThat(run.item().path("totalWaves").asInt()).isEqualTo(3);
    assertThat(run.waveStatuses()).containsExactly("PENDING", "PENDING", "PENDING");
  }

  @Case("D23")
  void a_second_start_of_a_plan_is_refused_even_if_it_has_other_servers_now(Stage stage) {
    var run = stage.start(stage.waves(2).withGateBefore(0));
    stage.store(run.planId(), stage.waves(2));
    var reply = stage.create(run.planId());
    assertThat(reply.isRefusal()).isTrue();
    assertThat(reply.body().path("error").asText()).isEqualTo("PLAN_ALREADY_EXECUTING");
  }

  @Case({"D23", "D22"})
  void of_many_starts_at_the_same_time_one_wins(Stage stage) {
    var first = stage.start(stage.waves(1).withGateBefore(0));
    first.remove();
    var plan = stage.store(first.sketch());
    var replies =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> stage.create(plan)))
            .limit(CALLERS)
            .toList();
    assertThat(replies.stream().map(CompletableFuture::join).filter(stage::adopt)).hasSize(1);
  }

  @Case({"D26", "NFR-1.1"})
  void a_wave_started_twice_has_one_job(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    assertThat(run.startWave(0).next()).isEqualTo("AWAIT_WAVE");
    assertThat(run.jobs(0)).isEqualTo(1);
  }

  @Case("D26")
  void a_wave_started_by_many_at_the_same_time_has_one_job(Stage stage) {
    var run = stage.run(stage.waves(1));
    var starts =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> run.startWave(0)))
            .limit(CALLERS)
            .toList();
    starts.forEach(CompletableFuture::join);
    run.finish(0);
    assertThat(run.jobs(0)).isEqualTo(1);
  }

  @Case("FR-4.2")
  void a_wave_does_not_start_before_the_one_before_it_is_completed(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    var unused = run.startWave(1);
    assertThat(run.jobs(1)).isZero();
    assertThat(run.wave(1).path("status").asText()).isEqualTo("PENDING");
  }

  @Case("FR-4.2")
  void no_wave_starts_after_a_failed_one(Stage stage) {
    var run = stage.run(stage.waves(2).withServer(0, stage.failingServer()));
    run.recover(0);
    var unused = run.startWave(1);
    assertThat(run.jobs(1)).isZero();
  }

  @Case({"D41", "AC-6.4"})
  void a_started_wave_is_the_current_one_with_its_job_and_region(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    var item = run.item();
    assertThat(item.path("currentWave").asInt()).as("counted from one").isEqualTo(1);
    assertThat(item.path("drsJobId")).isEqualTo(run.wave(0).path("jobId"));
    assertThat(item.path("drsRegion").asText()).isEqualTo(stage.fleet().region());
    assertThat(run.wave(0).path("jobId").asText()).startsWith("drsjob-");
  }

  @Case({"AC-6.1", "D3"})
  void a_started_wave_makes_the_execution_polling(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.launch(0);
    assertThat(run.status()).isEqualTo("POLLING");
    assertThat(run.workflow("create").status()).as("a late first step").isEqualTo("POLLING");
    assertThat(run.status()).isEqualTo("POLLING");
  }
}
