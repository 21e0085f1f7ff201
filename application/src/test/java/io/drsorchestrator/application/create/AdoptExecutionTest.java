package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.NextStep;
import org.junit.jupiter.api.Test;

class AdoptExecutionTest {

  private final Workbench bench = new Workbench();

  /** Step Functions has started it, and its answer got lost. */
  private ExecutionId withoutWorkflow() {
    bench.workflows().fail();
    var id = bench.started(1);
    bench.workflows().recover();
    return id;
  }

  @Test
  void a_workflow_puts_itself_on_record() {
    var id = withoutWorkflow();

    var decision = bench.useCases().adopt().adopt(id, WORKFLOW_ARN);

    assertThat(decision.get().next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
    assertThat(bench.active(id).facts().workflow()).containsExactly(WORKFLOW_ARN);
  }

  @Test
  void a_workflow_may_do_so_again() {
    var id = withoutWorkflow();
    bench.useCases().adopt().adopt(id, WORKFLOW_ARN);
    var before = bench.store().snapshot();

    assertThat(bench.useCases().adopt().adopt(id, WORKFLOW_ARN)).isNotEmpty();
    assertThat(bench.store().snapshot()).isEqualTo(before);
  }

  @Test
  void another_workflow_is_turned_away() {
    var id = withoutWorkflow();
    bench.useCases().adopt().adopt(id, WORKFLOW_ARN);

    assertThat(bench.useCases().adopt().adopt(id, STRANGER_ARN)).isEmpty();
    assertThat(bench.active(id).facts().workflow()).containsExactly(WORKFLOW_ARN);
  }

  @Test
  void an_execution_that_has_ended_tells_its_workflow_to_end() {
    var id = withoutWorkflow();
    bench.useCases().cancel().cancel(id, requestBy("bob"));
    var before = bench.store().snapshot();

    var decision = bench.useCases().adopt().adopt(id, WORKFLOW_ARN).get();

    assertThat(decision.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.DONE);
    assertThat(bench.store().snapshot()).isEqualTo(before);
  }

  @Test
  void an_execution_that_was_deleted_is_not_found() {
    assertThatThrownBy(() -> bench.useCases().adopt().adopt(new ExecutionId("gone"), WORKFLOW_ARN))
        .isInstanceOf(ExecutionNotFoundException.class)
        .hasMessageContaining("gone");
  }
}
