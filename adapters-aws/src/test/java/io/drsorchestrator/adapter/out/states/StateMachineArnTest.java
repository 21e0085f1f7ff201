package io.drsorchestrator.adapter.out.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.domain.execution.ExecutionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachineArnTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:us-east-1:111122223333:stateMachine:M,"
        + " arn:aws:states:us-east-1:111122223333:execution:M:exec-1",
    "arn:aws:states:us-east-1:111122223333:stateMachine:M:7,"
        + " arn:aws:states:us-east-1:111122223333:execution:M:exec-1",
    "arn:aws:states:us-east-1:111122223333:stateMachine:M:PROD,"
        + " arn:aws:states:us-east-1:111122223333:execution:M:exec-1",
    "arn:aws-us-gov:states:us-gov-west-1:111122223333:stateMachine:stateMachine,"
        + " arn:aws-us-gov:states:us-gov-west-1:111122223333:execution:stateMachine:exec-1"
  })
  void knows_the_arn_of_a_run(String machine, String run) {
    assertThat(new StateMachineArn(machine).run(new ExecutionId("exec-1")).value()).isEqualTo(run);
  }

  @Test
  void knows_its_region() {
    var machine =
        new StateMachineArn("arn:aws-cn:states:cn-north-1:111122223333:stateMachine:M:PROD");

    assertThat(machine.region()).isEqualTo("cn-north-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "M",
        "arn:aws:states:us-east-1:111122223333:execution:M:exec-1",
        "arn:aws:states:us-east-1:111122223333:stateMachine:",
        "arn:aws:states:us-east-1:111122223333:stateMachine:M:7:8"
      })
  void refuses_what_is_no_state_machine(String value) {
    assertThatThrownBy(() -> new StateMachineArn(value))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
