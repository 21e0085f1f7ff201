package io.drsorchestrator.local.asl;

import java.util.Set;

/** A state that lets time pass. */
public record WaitState(String name, DataFlow flow, WaitTime time, Transition transition)
    implements State {
  @Override
  public Set<String> successors() {
    return transition.successors();
  }

  @Override
  public void accept(StateVisitor visitor) {
    visitor.wait(this);
  }
}
