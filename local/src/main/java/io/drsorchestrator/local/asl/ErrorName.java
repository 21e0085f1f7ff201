package io.drsorchestrator.local.asl;

import java.util.Set;

/** The error names that the language reserves. */
public final class ErrorName {
  /** Matches every error but the two that nothing catches by it. */
  public static final String ALL = "States.ALL";

  /** A payload above 256 KiB. */
  public static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

  /** A task that let its heartbeat interval pass. */
  public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

  /** An intrinsic function that cannot take its arguments. */
  public static final String INTRINSIC_FAILURE = "States.IntrinsicFailure";

  /** A Choice without a matching rule and without Default. */
  public static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

  /** A result that cannot be put where ResultPath says. */
  public static final String RESULT_PATH_MATCH_FAILURE = "States.ResultPathMatchFailure";

  /** A mistake in the machine, such as a path that selects nothing: ends the execution. */
  public static final String RUNTIME = "States.Runtime";

  /** Matches every error but a timeout and the two that States.ALL does not match. */
  public static final String TASK_FAILED = "States.TaskFailed";

  /** A task or execution that took too long. */
  public static final String TIMEOUT = "States.Timeout";

  private static final String RESERVED_PREFIX = "States.";

  private static final Set<String> RESERVED =
      Set.of(
          ALL,
          DATA_LIMIT_EXCEEDED,
          HEARTBEAT_TIMEOUT,
          INTRINSIC_FAILURE,
          NO_CHOICE_MATCHED,
          RESULT_PATH_MATCH_FAILURE,
          RUNTIME,
          TASK_FAILED,
          TIMEOUT,
          "States.ParameterPathFailure",
          "States.Permissions");

  private ErrorName() {}

  static boolean isUnknown(String name) {
    return name.startsWith(RESERVED_PREFIX) && !RESERVED.contains(name);
  }
}
