package io.drsorchestrator.local.asl;

import java.util.Set;

/** The ErrorEquals of a retrier or catcher. */
public record ErrorMatcher(Set<String> names) {
  private static final Set<String> NEVER_BY_WILDCARD =
      Set.of(ErrorName.RUNTIME, ErrorName.DATA_LIMIT_EXCEEDED);

  /** Whether this stands for {@code error}; nothing stands for States.Runtime. */
  public boolean match(String error) {
    if (error.equals(ErrorName.RUNTIME)) {
      return false;
    }
    return names.contains(error) || matchByWildcard(error);
  }

  private boolean matchByWildcard(String error) {
    if (NEVER_BY_WILDCARD.contains(error)) {
      return false;
    }
    return names.contains(ErrorName.ALL)
        || (names.contains(ErrorName.TASK_FAILED) && !error.equals(ErrorName.TIMEOUT));
  }
}
