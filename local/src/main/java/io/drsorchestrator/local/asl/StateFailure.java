package io.drsorchestrator.local.asl;

/** A state that cannot go on: the error name and cause that retriers and catchers see. */
public final class StateFailure extends RuntimeException {
  private static final int ERROR_LIMIT = 256;
  private static final int CAUSE_LIMIT = 32_768;

  private final String error;
  private final String cause;

  /** The failure {@code error} with {@code cause}, both cut to what Step Functions keeps. */
  public StateFailure(String error, String cause) {
    super(error + ": " + cause, null, false, false);
    this.error = cut(error, ERROR_LIMIT);
    this.cause = cut(cause, CAUSE_LIMIT);
  }

  /** A mistake in the machine that ends the execution. */
  public static StateFailure runtime(String cause) {
    return new StateFailure(ErrorName.RUNTIME, cause);
  }

  static StateFailure dataLimitExceeded() {
    return new StateFailure(
        ErrorName.DATA_LIMIT_EXCEEDED,
        "The state/task returned a result with a size exceeding the maximum number of bytes"
            + " service limit.");
  }

  static StateFailure intrinsic(String cause) {
    return new StateFailure(ErrorName.INTRINSIC_FAILURE, cause);
  }

  /** The name that ErrorEquals is compared with. */
  public String error() {
    return error;
  }

  /** The text that a catcher finds under {@code Cause}. */
  public String cause() {
    return cause;
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit);
  }
}
