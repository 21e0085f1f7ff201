package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.request.Payload;
import java.util.Locale;

/** Who calls the function. */
enum Caller {
  WORKFLOW,
  SCHEDULE,
  STATUS_CHANGE,
  API,
  DIRECT;

  static Caller of(JsonNode event) {
    if (Payload.isFromWorkflow(event)) {
      return WORKFLOW;
    }
    if (event.hasNonNull("operation") || event.path("worker").asBoolean()) {
      return DIRECT;
    }
    return switch (event.path("source").asText()) {
      case "aws.events" -> SCHEDULE;
      case "aws.states" -> STATUS_CHANGE;
      default -> event.hasNonNull("httpMethod") ? API : DIRECT;
    };
  }

  String inWords() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
