package io.drsorchestrator.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

  private static final String LONGEST = "x".repeat(80);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "ä", "a\n"})
  void refuses_what_cannot_name_a_workflow(String id) {
    assertThatThrownBy(() -> new ExecutionId(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlanId(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void accepts_80_characters_and_no_more() {
    assertThat(new ExecutionId(LONGEST)).hasToString(LONGEST);
    assertThat(new PlanId(LONGEST)).hasToString(LONGEST);
    assertThatThrownBy(() -> new ExecutionId(LONGEST + "x"))
        .hasMessage("an execution id has 1 to 80 characters of A-Z, a-z, 0-9, '-' and '_'");
    assertThatThrownBy(() -> new PlanId(LONGEST + "x"))
        .hasMessage("a plan id has 1 to 80 characters of A-Z, a-z, 0-9, '-' and '_'");
  }

  @Test
  void a_workflow_is_known_by_its_arn() {
    assertThat(new WorkflowArn("arn:aws:states:x")).hasToString("arn:aws:states:x");
    assertThatThrownBy(() -> new WorkflowArn("execution-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a workflow ARN starts with 'arn:', not 'execution-1'");
  }

  @Test
  void a_workflow_has_the_name_of_its_execution() {
    assertThat(Executions.WORKFLOW_ARN.name()).isEqualTo("execution-1");
    assertThat(new WorkflowArn("arn:").name()).isEmpty();
  }

  @Test
  void authority_is_that_of_the_workflow_that_calls() {
    var caller = new WorkflowArn("arn:aws:states:x");

    assertThat(WorkflowAuthority.ofCaller(caller).workflow()).isEqualTo(caller);
  }

  @Test
  void the_account_of_the_orchestrator_needs_no_role() {
    var account = AccountContext.current("111122223333");

    assertThat(account.isCurrentAccount()).isTrue();
    assertThat(account.assumeRoleName()).isEmpty();
    assertThat(account.externalId()).isEmpty();
  }

  @Test
  void revisions_count_upwards_from_one() {
    assertThat(Revision.INITIAL.next().next()).isEqualTo(new Revision(3));
  }

  @ParameterizedTest
  @EnumSource(ExecutionStatus.class)
  void three_statuses_are_final(ExecutionStatus status) {
    assertThat(status.isTerminal())
        .isEqualTo(
            status == ExecutionStatus.COMPLETED
                || status == ExecutionStatus.FAILED
                || status == ExecutionStatus.CANCELLED);
  }

  @Test
  void a_token_is_never_printed() {
    assertThat(new CallbackToken("secret")).hasToString("CallbackToken[hidden]");
  }
}
