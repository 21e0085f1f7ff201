package io.drsorchestrator.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.function.Supplier;

/** What makes a handler wrong, as the existing system was (contract 8): it stands before ours. */
@FunctionalInterface
interface Sabotage {

  /** Nothing is wrong. */
  Sabotage NONE = (event, handler, damage) -> handler.get();

  /** The answer to {@code event}, for which our own handler may be asked. */
  InvocationResult answer(JsonNode event, Supplier<InvocationResult> handler, Damage damage);
}
