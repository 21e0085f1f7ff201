package io.drsorchestrator.local.asl;

import java.util.Set;

/** A state that ends the execution as a success. */
public record SucceedState(String name, DataFlow flow) implements State {
  @Override
  public Set<String> successors() {
    return Set.of();
  }

  @Override
  public void accept(StateVisitor visitor) {
    visitor.succeed(this);
  }
}
