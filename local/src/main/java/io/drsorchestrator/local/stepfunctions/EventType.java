package io.drsorchestrator.local.stepfunctions;

/** The history events that occur, by the names of the API. */
public enum EventType {
  EXECUTION_STARTED("ExecutionStarted"),
  EXECUTION_SUCCEEDED("ExecutionSucceeded"),
  EXECUTION_FAILED("ExecutionFailed"),
  EXECUTION_ABORTED("ExecutionAborted"),
  EXECUTION_TIMED_OUT("ExecutionTimedOut"),
  TASK_STATE_ENTERED("TaskStateEntered", "stateEntered"),
  TASK_SCHEDULED("TaskScheduled"),
  TASK_STARTED("TaskStarted"),
  TASK_SUBMITTED("TaskSubmitted"),
  TASK_SUCCEEDED("TaskSucceeded"),
  TASK_FAILED("TaskFailed"),
  TASK_TIMED_OUT("TaskTimedOut"),
  TASK_STATE_EXITED("TaskStateExited", "stateExited"),
  CHOICE_STATE_ENTERED("ChoiceStateEntered", "stateEntered"),
  CHOICE_STATE_EXITED("ChoiceStateExited", "stateExited"),
  WAIT_STATE_ENTERED("WaitStateEntered", "stateEntered"),
  WAIT_STATE_EXITED("WaitStateExited", "stateExited"),
  PASS_STATE_ENTERED("PassStateEntered", "stateEntered"),
  PASS_STATE_EXITED("PassStateExited", "stateExited"),
  SUCCEED_STATE_ENTERED("SucceedStateEntered", "stateEntered"),
  SUCCEED_STATE_EXITED("SucceedStateExited", "stateExited"),
  FAIL_STATE_ENTERED("FailStateEntered", "stateEntered");

  private final String text;
  private final String detailsField;

  EventType(String text) {
    this(text, Character.toLowerCase(text.charAt(0)) + text.substring(1));
  }

  EventType(String text, String details) {
    this.text = text;
    this.detailsField = details + "EventDetails";
  }

  /** The field of the API that holds the details of such an event. */
  public String detailsField() {
    return detailsField;
  }

  /** The name in the API. */
  @Override
  public String toString() {
    return text;
  }
}
