package io.drsorchestrator.reuse;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The handler's own store: it replaces what was read, or nothing. */
final class Shelf {

  private final ConcurrentMap<ExecutionId, Execution> all = new ConcurrentHashMap<>();

  void add(Execution execution) {
    all.put(execution.key().executionId(), execution);
  }

  Execution read(ExecutionId id) {
    return Objects.requireNonNull(all.get(id), () -> "there is no " + id);
  }

  /** Whether nobody was faster. */
  boolean replace(Execution read, Execution next) {
    return all.replace(read.key().executionId(), read, next);
  }
}
