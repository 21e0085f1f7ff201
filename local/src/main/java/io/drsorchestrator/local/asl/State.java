package io.drsorchestrator.local.asl;

import java.util.Set;

/** One state of a machine. */
public sealed interface State
    permits TaskState, ChoiceState, WaitState, PassState, SucceedState, FailState {

  /** The name that other states refer to. */
  String name();

  /** The names of the states that may follow. */
  Set<String> successors();

  /** Calls the method of {@code visitor} for this type of state. */
  void accept(StateVisitor visitor);
}
