package io.drsorchestrator.local.aws.sts;

import io.drsorchestrator.local.aws.api.ApiError;
import java.util.Map;
import java.util.Optional;

/** The errors of STS with their codes and statuses. */
final class StsErrors {

  private static final String SERVER_ERROR = "InternalFailure";
  private static final String DENIED = "AccessDenied";
  private static final Map<String, Integer> STATUSES =
      Map.of(SERVER_ERROR, 500, "ServiceUnavailable", 503, DENIED, 403, "ExpiredToken", 403);
  private static final int BAD_REQUEST = 400;

  private StsErrors() {}

  static ApiError named(Optional<String> code) {
    return error(code.orElse(SERVER_ERROR), "injected by the simulator");
  }

  static ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return error("Throttling", "Rate exceeded").retryAfter(retryAfterSeconds);
  }

  /** One answer for all: no such role, no trust, another external id. */
  static ApiError denied(String accountId, String roleArn) {
    return error(
        DENIED,
        "User: arn:aws:sts::%s:assumed-role/local/session is not authorized to perform: sts:AssumeRole on resource: %s"
            .formatted(accountId, roleArn));
  }

  static ApiError invalid(String parameter, String problem) {
    return error("ValidationError", parameter + " " + problem);
  }

  static ApiError unknownAction(String action) {
    return error(
        "InvalidAction", "The simulator does not know the action '" + action + "', but AssumeRole");
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, STATUSES.getOrDefault(code, BAD_REQUEST), message);
  }
}
