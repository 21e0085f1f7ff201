package io.drsorchestrator.domain.execution;

/** The ARN of the Step Functions execution that drives an execution. */
public record WorkflowArn(String value) {

  public WorkflowArn {
    if (!value.startsWith("arn:")) {
      throw new IllegalArgumentException("a workflow ARN starts with 'arn:', not '" + value + "'");
    }
  }

  /** A workflow has the name of its execution: the last part of its ARN. */
  public String name() {
    return value.substring(value.lastIndexOf(':') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
