package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.execution.Executions.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.application.port.Workflows.WorkflowState;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.WorkflowArn;
import org.junit.jupiter.api.Test;

/** What the use cases rely on of Step Functions. */
public abstract class WorkflowsContract {

  protected abstract Workflows workflows();

  @Test
  void starts_one_workflow_however_often_it_is_asked_to() {
    var arn = workflows().start(KEY);

    assertThat(workflows().start(KEY)).isEqualTo(arn);
    assertThat(arn.name()).isEqualTo(KEY.executionId().value());
    assertThat(workflows().describe(arn).isRunning()).isTrue();
    assertThat(workflows().running()).containsExactly(arn);
  }

  @Test
  void answers_with_the_same_workflow_after_it_has_ended() {
    var arn = workflows().start(KEY);
    workflows().stop(arn, "cancelled");

    assertThat(workflows().start(KEY)).isEqualTo(arn);
  }

  @Test
  void stops_a_workflow_and_tells_why_it_ended() {
    var arn = workflows().start(KEY);
    workflows().stop(arn, "cancelled by dora");

    assertThat(workflows().describe(arn).isRunning()).isFalse();
    assertThat(workflows().describe(arn).status()).isEqualTo("ABORTED");
    assertThat(workflows().describe(arn).cause()).contains("cancelled by dora");
    assertThat(workflows().running()).isEmpty();
  }

  @Test
  void stopping_twice_and_ringing_in_vain_are_no_faults() {
    var arn = workflows().start(KEY);
    workflows().stop(arn, "cancelled");

    assertThatCode(() -> workflows().stop(arn, "again")).doesNotThrowAnyException();
    assertThatCode(() -> workflows().ring(new CallbackToken("nobody waits")))
        .doesNotThrowAnyException();
  }

  @Test
  void does_not_find_a_workflow_that_never_was() {
    var arn = workflows().start(KEY);
    var other = new WorkflowArn(arn.value() + "-other");

    assertThat(workflows().describe(other)).isEqualTo(WorkflowState.NOT_FOUND);
  }
}
