package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** A state that only shapes data. */
public record PassState(
    String name, DataFlow flow, Optional<JsonNode> result, Transition transition) implements State {
  @Override
  public Set<String> successors() {
    return transition.successors();
  }

  @Override
  public void accept(StateVisitor visitor) {
    visitor.pass(this);
  }
}
