package io.drsorchestrator.adapter.in.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

/** Errors of workflows in words for people. */
final class CaughtErrorTest {

  private static final String LAMBDA_ERROR =
      JsonNodeFactory.instance
          .objectNode()
          .put("errorMessage", "Execution 1 not found")
          .put("errorType", "a.b.FinalFaultException")
          .put("stackTrace", "at a.b.C(C.java:1)")
          .toString();

  @Test
  void of_a_lambda_error_only_its_message_is_told() {
    assertThat(new CaughtError("a.b.FinalFaultException", LAMBDA_ERROR).inWords())
        .isEqualTo("a.b.FinalFaultException Execution 1 not found");
  }

  @Test
  void of_a_failed_child_its_own_cause_is_told() {
    var child =
        JsonNodeFactory.instance
            .objectNode()
            .put("ExecutionArn", "arn:aws:states:x")
            .put("Input", "{}")
            .put("Error", "a.b.FinalFaultException")
            .put("Cause", LAMBDA_ERROR);

    assertThat(new CaughtError("States.TaskFailed", child.toString()).inWords())
        .isEqualTo("States.TaskFailed a.b.FinalFaultException Execution 1 not found");
  }

  @Test
  void any_other_cause_is_told_as_it_is() {
    assertThat(new CaughtError("States.Timeout", "").inWords()).isEqualTo("States.Timeout");
    assertThat(new CaughtError("NoStep", "{oh no").inWords()).isEqualTo("NoStep {oh no");
    assertThat(new CaughtError("E", "[1]").inWords()).isEqualTo("E [1]");
  }

  @Test
  void long_causes_are_cut_between_characters() {
    var cut = new CaughtError("", "😀".repeat(1_000) + "x").inWords();

    assertThat(cut).hasSize(900).doesNotContain("x");
    assertThat(new CaughtError("", "x" + "😀".repeat(1_000)).inWords()).hasSize(899);
  }
}
