package io.drsorchestrator.local.asl;

import java.util.HashSet;
import java.util.Set;

/** A state that has work done by a service and waits for its result. */
public record TaskState(
    String name,
    Resource resource,
    DataFlow flow,
    TaskLimits limits,
    ErrorHandling errors,
    Transition transition)
    implements State {

  @Override
  public Set<String> successors() {
    var successors = new HashSet<>(transition.successors());
    errors.catchers().forEach(catcher -> successors.add(catcher.next()));
    return successors;
  }

  @Override
  public void accept(StateVisitor visitor) {
    visitor.task(this);
  }
}
