package io.drsorchestrator.local.aws.ec2;

import io.drsorchestrator.local.aws.api.ApiError;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The errors of EC2 with their codes and statuses. */
final class Ec2Errors {

  private static final String SERVER_ERROR = "InternalError";
  private static final String THROTTLING = "RequestLimitExceeded";
  private static final Map<String, Integer> STATUSES =
      Map.of(
          SERVER_ERROR,
          500,
          "Unavailable",
          503,
          "ServiceUnavailable",
          503,
          THROTTLING,
          503,
          "UnauthorizedOperation",
          403,
          "AuthFailure",
          401);
  private static final int BAD_REQUEST = 400;

  private Ec2Errors() {}

  static ApiError named(Optional<String> code) {
    return error(code.orElse(SERVER_ERROR), "injected by the simulator");
  }

  static ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return error(THROTTLING, "Request limit exceeded.").retryAfter(retryAfterSeconds);
  }

  static ApiError invalid(String parameter, String problem) {
    return error("InvalidParameterValue", parameter + " " + problem);
  }

  static ApiError combination(String problem) {
    return error("InvalidParameterCombination", problem);
  }

  static ApiError tooManyFilterValues(int max) {
    return error("FilterLimitExceeded", "A filter may have at most " + max + " values");
  }

  static ApiError malformedId(String id) {
    return error("InvalidInstanceID.Malformed", "Invalid id: \"" + id + "\"");
  }

  static ApiError notFound(Collection<String> ids) {
    String message =
        ids.size() == 1
            ? "The instance ID '" + ids.iterator().next() + "' does not exist"
            : "The instance IDs '" + String.join(", ", ids) + "' do not exist";
    return error("InvalidInstanceID.NotFound", message);
  }

  static ApiError unknownTemplate(String id) {
    return error(
        "InvalidLaunchTemplateId.NotFound",
        "The specified launch template, with template ID " + id + ", does not exist.");
  }

  static ApiError unknownVersion(String version) {
    return error(
        "InvalidLaunchTemplateId.VersionNotFound",
        "Could not find the specified version " + version + " for the launch template.");
  }

  static ApiError unknownAction(String action, Collection<String> known) {
    return error(
        "InvalidAction",
        "The simulator does not know the action '" + action + "', but " + String.join(", ", known));
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, STATUSES.getOrDefault(code, BAD_REQUEST), message);
  }
}
