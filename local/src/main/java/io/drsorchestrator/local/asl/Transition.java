package io.drsorchestrator.local.asl;

import java.util.Optional;
import java.util.Set;

/** The state that follows, or the end of the execution. */
public record Transition(Optional<String> next) {
  Set<String> successors() {
    return next.map(Set::of).orElseGet(Set::of);
  }
}
