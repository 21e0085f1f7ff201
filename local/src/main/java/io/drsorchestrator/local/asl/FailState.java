package io.drsorchestrator.local.asl;

import java.util.Optional;
import java.util.Set;

/** A state that ends the execution as a failure. */
public record FailState(String name, Optional<Template> error, Optional<Template> cause)
    implements State {
  @Override
  public Set<String> successors() {
    return Set.of();
  }

  @Override
  public void accept(StateVisitor visitor) {
    visitor.fail(this);
  }
}
