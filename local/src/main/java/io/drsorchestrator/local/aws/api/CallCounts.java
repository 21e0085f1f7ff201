package io.drsorchestrator.local.aws.api;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each operation was called, whatever became of the calls. */
public final class CallCounts {

  private record Operation(String service, String name) {}

  private final ConcurrentMap<Operation, AtomicInteger> counts = new ConcurrentHashMap<>();

  /** Counts one call. */
  public void add(ApiCall call) {
    Operation operation = new Operation(call.service(), call.operation());
    counts.computeIfAbsent(operation, ignored -> new AtomicInteger()).incrementAndGet();
  }

  /** The calls of one operation so far. */
  public int of(String service, String operation) {
    AtomicInteger count = counts.get(new Operation(service, operation));
    return count == null ? 0 : count.get();
  }
}
