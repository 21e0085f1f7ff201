package io.drsorchestrator.local.stepfunctions;

/** A refusal of the Step Functions API, under the name that clients know. */
public final class StepFunctionsException extends RuntimeException {
  private final String code;

  /** The refusal {@code code}, such as {@code ExecutionDoesNotExist}. */
  public StepFunctionsException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The name of the refusal. */
  public String code() {
    return code;
  }

  /** The name under which a state machine sees this refusal. */
  String errorName() {
    return "StepFunctions." + code + (code.endsWith("Exception") ? "" : "Exception");
  }

  static StepFunctionsException executionAlreadyExists(String arn) {
    return new StepFunctionsException(
        "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
  }

  static StepFunctionsException executionDoesNotExist(String arn) {
    return new StepFunctionsException(
        "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
  }

  static StepFunctionsException stateMachineDoesNotExist(String arn) {
    return new StepFunctionsException(
        "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
  }

  static StepFunctionsException invalidArn(String arn) {
    return new StepFunctionsException(
        "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: " + arn + "'");
  }

  static StepFunctionsException invalidName(String name) {
    return new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
  }

  static StepFunctionsException invalidExecutionInput(String problem) {
    return new StepFunctionsException(
        "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + problem + "'");
  }

  static StepFunctionsException invalidOutput(String problem) {
    return new StepFunctionsException("InvalidOutput", "Invalid Output: '" + problem + "'");
  }

  static StepFunctionsException invalidToken() {
    return new StepFunctionsException("InvalidToken", "Invalid Token: 'Invalid token'");
  }

  static StepFunctionsException taskTimedOut() {
    return new StepFunctionsException(
        "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
  }
}
