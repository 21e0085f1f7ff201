package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.drsorchestrator.adapter.in.request.Words;

/**
 * An error of a workflow, in words for people. Its cause is often JSON: the error of a Lambda
 * function with its stack trace, or the description of a child execution with the cause of that.
 */
record CaughtError(String name, String cause) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST = 900;

  String inWords() {
    return Words.shortened((name + " " + message(cause)).strip(), LONGEST);
  }

  private static String message(String cause) {
    var details = parsed(cause);
    if (details.path("errorMessage").isTextual()) {
      return details.path("errorMessage").textValue();
    }
    return details.path("Cause").isTextual()
        ? details.path("Error").asText() + " " + message(details.path("Cause").textValue())
        : cause;
  }

  private static JsonNode parsed(String cause) {
    try {
      return MAPPER.readTree(cause);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
