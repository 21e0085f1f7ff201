package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.scenario.Call;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.PlannedFault;
import io.drsorchestrator.local.simulate.scenario.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults of a run that still wait for their moments. */
final class Faults {

  /** One fault and its counters. */
  private static final class Watch {
    final PlannedFault fault;
    int seen;
    int hits;

    Watch(PlannedFault fault) {
      this.fault = fault;
    }

    boolean isSpent() {
      return hits == fault.times();
    }

    boolean strikes() {
      seen++;
      boolean hit = seen > fault.skip() && !isSpent();
      hits += hit ? 1 : 0;
      return hit;
    }
  }

  private final List<Watch> watches;

  Faults(List<PlannedFault> planned) {
    watches = planned.stream().map(Watch::new).toList();
  }

  /** What strikes this call; of several the first. */
  Optional<PlannedFault> onCall(Call call, Operation operation, State state) {
    return strike(operation, state, fault -> fault.kind().concerns(call));
  }

  /** What strikes this invocation as a whole. */
  Optional<PlannedFault> onInvocation(Operation operation, State state) {
    return strike(operation, state, fault -> fault.kind().isOfInvocation());
  }

  private Optional<PlannedFault> strike(
      Operation operation, State state, Predicate<PlannedFault> concerns) {
    for (var watch : watches) {
      var fault = watch.fault;
      if (!watch.isSpent()
          && fault.operation() == operation
          && fault.state() == state
          && concerns.test(fault)
          && watch.strikes()) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** Whether an invocation of that kind may have to stand still for a fault. */
  boolean mayInterrupt(Operation operation) {
    return watches.stream()
        .anyMatch(
            watch ->
                !watch.isSpent()
                    && watch.fault.operation() == operation
                    && watch.fault.kind().mayInterrupt());
  }
}
