package io.drsorchestrator.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.stepfunctions.InvocationResult;

/** What makes a handler wrong, as the existing system was (contract 8): it stands before ours. */
@FunctionalInterface
interface Sabotage {

  /** Nothing is wrong. */
  Sabotage NONE = (event, handler, damage) -> handler.invoke(event);

  /** Our handler. */
  @FunctionalInterface
  interface Ours {
    InvocationResult invoke(JsonNode event);
  }

  /** The answer to {@code event}, for which our own handler may be asked. */
  InvocationResult answer(JsonNode event, Ours handler, Damage damage);

  /** The same, where the event is one of {@code operation}. */
  default Sabotage on(String operation) {
    return (event, handler, damage) ->
        event.path("operation").asText().equals(operation)
            ? answer(event, handler, damage)
            : handler.invoke(event);
  }
}
