package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;

/** Every wave of a plan runs, and nothing is COMPLETED before the last has (US-2). */
@Cases
final class CompletionCases {

  private static final int WAVES = 3;

  @Case({"AC-2.1", "SM-1"})
  void three_waves_all_complete(Stage stage) {
    var run = stage.start(stage.waves(WAVES));
    run.untilEnd();
    assertThat(run.status()).isEqualTo("COMPLETED");
    assertThat(run.waveStatuses()).containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
    assertThat(IntStream.range(0, WAVES).mapToObj(run::jobs)).as("jobs").containsOnly(1L);
  }

  @Case({"TC-1.2", "TC-3.1"})
  void a_plan_of_one_wave_completes(Stage stage) {
    var run = stage.start(stage.waves(1));
    run.untilEnd();
    assertThat(run.status()).isEqualTo("COMPLETED");
    assertThat(run.waveStatuses()).containsExactly("COMPLETED");
  }

  @Case({"D1", "AC-2.2"})
  void a_poll_between_two_waves_leaves_the_execution_polling(Stage stage) {
    var run = stage.run(stage.waves(WAVES));
    run.recover(0);
    for (int i = 0; i < WAVES; i++) {
      assertThat(run.direct("poll").status()).isEqualTo("POLLING");
      assertThat(run.status()).isEqualTo("POLLING");
    }
  }

  @Case({"AC-2.3", "AC-6.3"})
  void completed_comes_after_the_final_wave_only(Stage stage) {
    var run = stage.run(stage.waves(WAVES));
    for (int wave = 0; wave < WAVES; wave++) {
      var reply = run.recover(wave);
      assertThat(run.status()).as("after wave %s", wave).isEqualTo("POLLING");
      assertThat(reply.next()).isEqualTo(wave < WAVES - 1 ? "RUN_WAVE" : "FINALIZE");
    }
    assertThat(run.workflow("finalize").status()).isEqualTo("COMPLETED");
    assertThat(run.status()).isEqualTo("COMPLETED");
  }

  @Case({"AC-3.3", "FR-2.5"})
  void a_poll_after_the_last_wave_does_not_finish_the_execution(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.recover(0);
    run.recover(1);
    assertThat(run.direct("poll").body().path("allWavesComplete").asBoolean()).isTrue();
    assertThat(run.status()).isEqualTo("POLLING");
    assertThat(run.item().has("endTime")).isFalse();
  }

  @Case({"AC-2.4", "FR-6.1", "AC-6.5"})
  void each_wave_has_a_status_of_its_own(Stage stage) {
    var run = stage.run(stage.waves(WAVES));
    run.recover(0);
    run.launch(1);
    assertThat(run.waveStatuses()).containsExactly("COMPLETED", "POLLING", "PENDING");
  }

  @Case({"FR-6.3", "FR-6.4"})
  void total_and_completed_waves_are_counted(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.recover(0);
    assertThat(run.item().path("completedWaves").asInt()).isEqualTo(1);
    run.recover(1);
    assertThat(run.item().path("completedWaves").asInt()).isEqualTo(2);
    assertThat(run.item().path("totalWaves").asInt()).isEqualTo(2);
  }

  /** As the old system stores them: the list has the waves that have started, and no other. */
  @Case({"D1", "FR-5.1"})
  void a_list_of_the_first_wave_alone_is_not_complete(Stage stage) {
    var run = stage.run(stage.waves(WAVES), item -> stored(item, List.of(ended(item, 0))));
    assertThat(run.direct("poll").body().path("allWavesComplete").asBoolean()).isFalse();
    var unused = run.workflow("finalize");
    assertThat(run.status()).isEqualTo("POLLING");
  }

  @Case({"D1", "FR-5.1"})
  void an_empty_list_of_waves_is_not_complete(Stage stage) {
    var run = stage.run(stage.waves(WAVES), item -> stored(item, List.of()));
    assertThat(run.direct("poll").body().path("allWavesComplete").asBoolean()).isFalse();
    var unused = run.workflow("finalize");
    assertThat(run.status()).isEqualTo("POLLING");
  }

  private static ObjectNode stored(ObjectNode item, List<ObjectNode> waves) {
    item.put("status", "POLLING").putArray("waves").addAll(waves);
    return item;
  }

  private static ObjectNode ended(ObjectNode item, int wave) {
    return ((ObjectNode) item.path("waves").path(wave))
        .deepCopy()
        .put("status", "COMPLETED")
        .put("jobId", "drsjob-00000000000000001")
        .put("endTime", item.path("startTime").asLong());
  }
}
