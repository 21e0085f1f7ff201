package io.drsorchestrator.local.aws.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.Optional;

/** One simulated service: what it does and how its wire format looks. */
public interface ApiProtocol {

  /** The signing name, such as {@code drs}. */
  String service();

  /** The operation that {@code request} asks for, known or not. */
  String operation(HttpRequest request);

  /** Does the work and returns the answer as a tree; refuses with an {@link ApiException}. */
  JsonNode perform(ApiCall call, HttpRequest request);

  /** The tree as this protocol writes it. */
  HttpResponse answer(String operation, JsonNode tree, String requestId);

  /** The error as this protocol writes it. */
  HttpResponse refusal(ApiError error, String requestId);

  /** The service's own way to say "slow down". */
  ApiError throttled(Optional<Integer> retryAfterSeconds);

  /** The error named {@code code}, or the usual server error. */
  ApiError error(Optional<String> code);
}
