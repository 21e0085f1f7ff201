package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.ApiError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The errors of DRS with their names, statuses and members. */
final class DrsErrors {

  private static final String SERVER_ERROR = "InternalServerException";
  private static final String THROTTLING = "ThrottlingException";
  private static final Map<String, Integer> STATUSES =
      Map.of(
          THROTTLING,
          429,
          SERVER_ERROR,
          500,
          "ConflictException",
          409,
          "ServiceQuotaExceededException",
          402,
          "ResourceNotFoundException",
          404,
          "AccessDeniedException",
          403,
          "ValidationException",
          400,
          "UninitializedAccountException",
          400);

  private DrsErrors() {}

  static ApiError named(Optional<String> code) {
    String name = code.orElse(SERVER_ERROR);
    return error(name, "injected by the simulator");
  }

  static ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return error(THROTTLING, "Rate exceeded")
        .with("serviceCode", "drs")
        .with("quotaCode", "L-00000000")
        .retryAfter(retryAfterSeconds);
  }

  static ApiError invalid(String field, String problem) {
    return error("ValidationException", field + " " + problem)
        .with("reason", "fieldValidationFailed")
        .with("fieldList", List.of(Map.of("name", field, "message", problem)));
  }

  static ApiError unparseable(String problem) {
    return error("ValidationException", problem).with("reason", "cannotParse");
  }

  static ApiError busy(Collection<String> sourceServerIds) {
    return error(
            "ConflictException",
            "One or more of the Source Servers included in API call are currently being processed"
                + " by a Job")
        .with("resourceId", sourceServerIds.iterator().next())
        .with("resourceType", "SourceServer");
  }

  static ApiError quota(String what, int limit, String quotaCode) {
    return error(
            "ServiceQuotaExceededException", "The limit of " + limit + " " + what + " is exceeded")
        .with("resourceType", "Job")
        .with("serviceCode", "drs")
        .with("quotaCode", quotaCode);
  }

  static ApiError notFound(String resourceType, String resourceId) {
    return error("ResourceNotFoundException", resourceType + " " + resourceId + " does not exist")
        .with("resourceId", resourceId)
        .with("resourceType", resourceType);
  }

  static ApiError uninitialized() {
    return error("UninitializedAccountException", "Account not initialized");
  }

  static ApiError unknownOperation(String operation, Collection<String> known) {
    return new ApiError(
        "UnknownOperationException",
        404,
        "the simulator does not know " + operation + ", but " + String.join(", ", known));
  }

  private static ApiError error(String code, String message) {
    return new ApiError(code, STATUSES.getOrDefault(code, 500), message).with("code", code);
  }
}
