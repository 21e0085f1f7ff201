package io.drsorchestrator.local.asl;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A state that goes where the first rule that holds says. */
public record ChoiceState(
    String name, DataFlow flow, List<ChoiceBranch> branches, Optional<String> otherwise)
    implements State {

  /** The state to go to with {@code selected} data. */
  public String next(Scope selected) {
    for (var branch : branches) {
      if (branch.rule().holds(selected)) {
        return branch.next();
      }
    }
    return otherwise.orElseThrow(
        () ->
            new StateFailure(
                ErrorName.NO_CHOICE_MATCHED, "No choice rule matched and there is no Default."));
  }

  @Override
  public Set<String> successors() {
    var successors = new HashSet<String>();
    branches.forEach(branch -> successors.add(branch.next()));
    otherwise.ifPresent(successors::add);
    return successors;
  }

  @Override
  public void accept(StateVisitor visitor) {
    visitor.choice(this);
  }
}
