package io.drsorchestrator.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an invocation was answered.
 *
 * @param failed whether the function failed, which is what Step Functions retries or catches
 */
record Reply(JsonNode payload, boolean failed) {

  /** The payload itself, or the body of an answer in the shape of API Gateway (contract 4). */
  JsonNode body() {
    return payload.path("body").isTextual() ? Json.parse(payload.path("body").asText()) : payload;
  }

  int statusCode() {
    return payload.path("statusCode").asInt();
  }

  String status() {
    return body().path("status").asText();
  }

  String next() {
    return payload.path("next").asText();
  }

  /** Refused in words: a client error that says why, and no failure of the function. */
  boolean isRefusal() {
    return !failed
        && statusCode() >= 400
        && statusCode() < 500
        && !body().path("message").asText().isBlank();
  }
}
