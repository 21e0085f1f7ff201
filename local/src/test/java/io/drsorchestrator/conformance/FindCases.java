package io.drsorchestrator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;

/** The reconciler, which looks at all executions: while it is tried, there are no others. */
@Cases
@Isolated
final class FindCases {

  private static Reply find(Stage stage) {
    return stage.invoke(Json.object().put("operation", "find"));
  }

  @Case({"D1", "AC-5.3"})
  void polls_and_finds_during_a_pause_leave_it_paused(Stage stage) {
    var run = stage.start(stage.waves(2).withGateBefore(1));
    run.untilStatus("PAUSED");
    var found = find(stage);
    assertThat(found.statusCode()).isEqualTo(200);
    var unused = run.direct("poll");
    assertThat(run.status()).isEqualTo("PAUSED");
    assertThat(run.item().has("endTime")).isFalse();
  }

  @Case({"FR-1.4", "TC-3.4"})
  void poll_and_find_answer_in_the_shape_of_the_contract(Stage stage) {
    var run = stage.run(stage.waves(1));
    run.launch(0);
    assertThat(names(run.direct("poll")))
        .contains("statusCode", "executionId", "status", "waves", "allWavesComplete");
    assertThat(names(find(stage)))
        .contains("statusCode", "executionsFound", "executionsPolled", "results");
  }

  private static List<String> names(Reply reply) {
    var names = new ArrayList<String>();
    reply.payload().fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Case("D22")
  void locks_are_no_executions(Stage stage) {
    var lock = stage.lock();
    var found = find(stage);
    assertThat(found.payload().toString()).doesNotContain(lock);
    var listed =
        stage.invoke(Json.object().put("httpMethod", "GET").put("resource", "/executions"));
    assertThat(listed.payload().toString()).doesNotContain(lock);
  }
}
