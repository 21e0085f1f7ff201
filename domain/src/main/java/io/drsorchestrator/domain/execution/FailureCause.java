package io.drsorchestrator.domain.execution;

/**
 * Why an execution fails.
 *
 * @param code for programs, such as {@code WAVE_LAUNCH_FAILED}
 * @param message for people
 */
public record FailureCause(String code, String message) {

  /** The code of the contract for an execution whose wave failed. */
  public static final String WAVE_LAUNCH_FAILED = "WAVE_LAUNCH_FAILED";

  /** The code for an execution whose workflow ended without recording an outcome. */
  public static final String WORKFLOW_ENDED = "WORKFLOW_ENDED";

  /** The same cause, and what else is to be said about it. */
  public FailureCause with(String remark) {
    return new FailureCause(code, message + ". " + remark);
  }
}
