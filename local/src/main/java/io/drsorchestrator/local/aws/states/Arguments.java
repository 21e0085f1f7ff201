package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.stepfunctions.StepFunctionsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of a request. */
record Arguments(JsonNode members) {
  static Arguments parse(String body) {
    return Json.parse(body)
        .filter(JsonNode::isObject)
        .map(Arguments::new)
        .orElseThrow(
            () -> new StepFunctionsException("SerializationException", "The body is not JSON"));
  }

  String text(String member) {
    return Optional.ofNullable(textOrNull(member)).orElseThrow(() -> missing(member));
  }

  String text(String member, String fallback) {
    return Optional.ofNullable(textOrNull(member)).orElse(fallback);
  }

  @Nullable String textOrNull(String member) {
    return members.path(member).textValue();
  }

  int number(String member) {
    return members.path(member).asInt(0);
  }

  boolean flag(String member) {
    return members.path(member).asBoolean(false);
  }

  private static StepFunctionsException missing(String member) {
    return new StepFunctionsException(
        "ValidationException",
        "1 validation error detected: Value null at '"
            + member
            + "' failed to satisfy constraint: Member must not be null");
  }
}
