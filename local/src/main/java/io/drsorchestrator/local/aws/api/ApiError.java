package io.drsorchestrator.local.aws.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A refusal of a service.
 *
 * @param members what the error shape has besides the message
 */
public record ApiError(
    String code,
    int status,
    String message,
    Map<String, Object> members,
    Optional<Integer> retryAfterSeconds) {

  public ApiError(String code, int status, String message) {
    this(code, status, message, Map.of(), Optional.empty());
  }

  /** The same error with one more member. */
  public ApiError with(String member, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new ApiError(code, status, message, more, retryAfterSeconds);
  }

  /** The same error with a Retry-After header, or without one. */
  public ApiError retryAfter(Optional<Integer> seconds) {
    return new ApiError(code, status, message, members, seconds);
  }

  /** The same error with another HTTP status. */
  public ApiError withStatus(int other) {
    return new ApiError(code, other, message, members, retryAfterSeconds);
  }

  /** This error to be thrown. */
  public ApiException toException() {
    return new ApiException(this);
  }
}
