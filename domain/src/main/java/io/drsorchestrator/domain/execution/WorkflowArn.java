package io.drsorchestrator.domain.execution;

/** The ARN of the Step Functions execution that drives an execution. */
public record WorkflowArn(String value) {

  public WorkflowArn {
    if (!value.startsWith("arn:")) {
      throw new IllegalArgumentException("a workflow ARN starts with 'arn:', not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
