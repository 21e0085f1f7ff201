package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Finalization: only the workflow, only when all waves are COMPLETED, only once (FR-5). */
@Cases
final class FinalizationCases {

  private static final int CALLERS = 6;

  private static Run recovered(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.recover(0);
    run.recover(1);
    return run;
  }

  @Case("FR-5.1")
  void finalize_with_a_wave_outstanding_changes_nothing(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.recover(0);
    var before = run.item();
    var reply = run.workflow("finalize");
    assertThat(reply.status()).isNotEqualTo("COMPLETED");
    assertThat(run.item()).isEqualTo(before);
  }

  @Case({"FR-5.2", "FR-5.3", "AC-4.3"})
  void finalize_stores_completed_and_when(Stage stage) {
    var run = recovered(stage);
    assertThat(run.workflow("finalize").status()).isEqualTo("COMPLETED");
    var item = run.item();
    assertThat(item.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(item.path("endTime").asLong())
        .isGreaterThanOrEqualTo(item.path("startTime").asLong());
    assertThat(item.path("completedTime")).isEqualTo(item.path("endTime"));
  }

  @Case({"FR-5.4", "AC-4.5"})
  void finalize_again_changes_nothing(Stage stage) {
    var run = recovered(stage);
    var unused = run.workflow("finalize");
    var before = run.item();
    assertThat(run.workflow("finalize").status()).isEqualTo("COMPLETED");
    assertThat(run.item()).isEqualTo(before);
  }

  @Case({"NFR-1.4", "AC-4.5"})
  void finalize_by_many_at_the_same_time_has_one_effect(Stage stage) {
    var run = recovered(stage);
    var replies =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> run.workflow("finalize")))
            .limit(CALLERS)
            .toList();
    CompletableFuture.anyOf(replies.toArray(CompletableFuture[]::new)).join();
    var afterTheFirst = run.item();
    assertThat(replies).allMatch(reply -> reply.join().status().equals("COMPLETED"));
    assertThat(run.item()).isEqualTo(afterTheFirst);
  }

  @Case("D13")
  void finalize_over_a_failed_wave_is_not_completed(Stage stage) {
    var run = stage.run(stage.waves(2).withServer(1, stage.failingServer()));
    run.recover(0);
    run.recover(1);
    assertThat(run.workflow("finalize").status()).isNotEqualTo("COMPLETED");
    assertThat(run.status()).isNotEqualTo("COMPLETED");
  }

  @Case("D13")
  void finalize_of_a_cancelled_execution_tells_that_it_is_cancelled(Stage stage) {
    var run = stage.run(stage.waves(2));
    run.recover(0);
    var unused = run.direct("cancel");
    var before = run.item();
    assertThat(run.workflow("finalize").status()).isEqualTo("CANCELLED");
    assertThat(run.item()).isEqualTo(before);
  }

  @Case("FR-5.5")
  void nobody_but_the_workflow_finalizes(Stage stage) {
    var run = recovered(stage);
    var before = run.item();
    assertThat(run.direct("finalize").isRefusal()).isTrue();
    assertThat(run.item()).isEqualTo(before);
  }
}
