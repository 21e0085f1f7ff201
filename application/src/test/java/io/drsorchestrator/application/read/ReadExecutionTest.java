package io.drsorchestrator.application.read;

import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

class ReadExecutionTest {

  private final Workbench bench = new Workbench();

  @Test
  void shows_the_item_and_what_readers_expect_in_addition() {
    var id = bench.started(2);

    var answer = bench.useCases().read().read(id);

    assertThat(answer)
        .containsEntry("executionId", id.value())
        .containsEntry("status", "PENDING")
        .containsEntry("recoveryPlanId", "plan-1")
        .containsEntry("recoveryPlanName", "Plan")
        .containsEntry("executedBy", "alice")
        .containsEntry("dataSource", "cached")
        .containsEntry("totalWaves", 2L);
    assertThat(answer.get("terminationMetadata"))
        .isEqualTo(
            new TerminationMetadata(false, "Execution not in terminal state", false).asMap());
  }

  /** It is a credential of the workflow (D40). */
  @Test
  void never_shows_the_task_token() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(bench.store().ports().documents().document(id).get()).containsKey("taskToken");
    assertThat(bench.useCases().read().read(id)).doesNotContainKey("taskToken");
  }

  @Test
  void asks_nobody_but_the_store() {
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.drs().forgetCalls();

    bench.useCases().read().read(id);

    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void the_instances_of_a_completed_execution_may_be_terminated() {
    var id = bench.started(1);
    bench.completeWave(id, 0);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);

    assertThat(bench.useCases().read().read(id).get("terminationMetadata"))
        .isEqualTo(new TerminationMetadata(true, null, true).asMap());
  }

  @Test
  void an_unknown_execution_is_not_found() {
    assertThatThrownBy(() -> bench.useCases().read().read(new ExecutionId("gone")))
        .isInstanceOf(ExecutionNotFoundException.class);
  }
}
