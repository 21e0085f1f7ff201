package io.drsorchestrator.application.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sums, done by hand; that the state machines spend no more is counted on them. */
class WorkflowBudgetTest {

  @Test
  void counts_waves_gates_and_looks() {
    assertThat(WorkflowBudget.of(0, 0)).isEqualTo(new WorkflowBudget(6_000, 9_600));
    assertThat(WorkflowBudget.of(3, 2)).isEqualTo(new WorkflowBudget(6_050, 9_600));
  }

  @ParameterizedTest
  @CsvSource({"12500, 12500, false", "12501, 0, true", "0, 12501, true"})
  void half_a_history_is_12500_events_of_either_workflow(int execution, int wave, boolean spent) {
    assertThat(new WorkflowBudget(execution, wave).isHalfSpent()).isEqualTo(spent);
  }
}
