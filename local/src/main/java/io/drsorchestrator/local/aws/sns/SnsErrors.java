package io.drsorchestrator.local.aws.sns;

import io.drsorchestrator.local.aws.api.ApiError;
import java.util.Map;
import java.util.Optional;

/** The errors of SNS with their codes and statuses. */
final class SnsErrors {

  private static final String SERVER_ERROR = "InternalError";
  private static final Map<String, Integer> STATUSES =
      Map.of(SERVER_ERROR, 500, "NotFound", 404, "AuthorizationError", 403, "Throttled", 429);
  private static final int BAD_REQUEST = 400;

  private SnsErrors() {}

  static ApiError named(Optional<String> code) {
    return error(code.orElse(SERVER_ERROR), "injected by the simulator");
  }

  static ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return error("Throttled", "Rate exceeded").retryAfter(retryAfterSeconds);
  }

  static ApiError invalid(String problem) {
    return error("InvalidParameter", "Invalid parameter: " + problem);
  }

  static ApiError noTopic() {
    return error("NotFound", "Topic does not exist");
  }

  static ApiError unknownAction(String action) {
    return error(
        "InvalidAction", "The simulator does not know the action '" + action + "', but Publish");
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, STATUSES.getOrDefault(code, BAD_REQUEST), message);
  }
}
