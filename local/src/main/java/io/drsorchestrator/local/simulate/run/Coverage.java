package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.scenario.DrsTrouble;
import io.drsorchestrator.local.simulate.scenario.FaultKind;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each fault struck each operation in each state of the execution. */
public final class Coverage {

  /** The row of calls that nothing struck. */
  public static final String UNHARMED = "UNHARMED";

  private final Map<String, Map<Operation, Map<State, Integer>>> rows = new TreeMap<>();

  void called(Operation operation, State state) {
    count(UNHARMED, operation, state, 1);
  }

  void struck(FaultKind fault, Operation operation, State state) {
    count(fault.name(), operation, state, 1);
  }

  void met(DrsTrouble.Kind trouble, Operation operation, State state) {
    count(trouble.name(), operation, state, 1);
  }

  private void count(String row, Operation operation, State state, int more) {
    rows.computeIfAbsent(row, unused -> new EnumMap<>(Operation.class))
        .computeIfAbsent(operation, unused -> new EnumMap<>(State.class))
        .merge(state, more, Integer::sum);
  }

  /** Adds what others have counted. */
  public void add(Coverage other) {
    other.rows.forEach(
        (row, operations) ->
            operations.forEach(
                (operation, states) ->
                    states.forEach((state, count) -> count(row, operation, state, count))));
  }

  /** How often that happened. */
  public int of(String row, Operation operation, State state) {
    return rows.getOrDefault(row, Map.of())
        .getOrDefault(operation, Map.of())
        .getOrDefault(state, 0);
  }
}
