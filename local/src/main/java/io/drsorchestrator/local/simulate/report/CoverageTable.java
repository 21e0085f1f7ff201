package io.drsorchestrator.local.simulate.report;

import io.drsorchestrator.local.simulate.run.Coverage;
import io.drsorchestrator.local.simulate.scenario.DrsTrouble;
import io.drsorchestrator.local.simulate.scenario.FaultKind;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which fault has struck which operation in which state, and which cells are empty. */
public final class CoverageTable {

  private final Coverage coverage;

  public CoverageTable(Coverage coverage) {
    this.coverage = coverage;
  }

  /** The names of its rows. */
  public static List<String> rows() {
    return Stream.of(
            Stream.of(Coverage.UNHARMED),
            Arrays.stream(FaultKind.values()).map(Enum::name),
            Arrays.stream(DrsTrouble.Kind.values()).map(Enum::name))
        .flatMap(names -> names)
        .toList();
  }

  /** The cells that could have been filled and were not. */
  public List<String> empty() {
    var empty = new ArrayList<String>();
    for (var row : rows()) {
      for (var operation : Operation.values()) {
        for (var state : State.values()) {
          if (canBeFilled(row, operation, state) && coverage.of(row, operation, state) == 0) {
            empty.add("%s, %s, %s".formatted(row, operation, state));
          }
        }
      }
    }
    return empty;
  }

  /** The cells of which somebody says that nothing can ever happen there, and it did. */
  public List<String> surprising() {
    var filled = new ArrayList<String>();
    for (var row : rows()) {
      for (var operation : Operation.values()) {
        for (var state : State.values()) {
          if (Unfillable.impossible(row, operation, state).isPresent()
              && coverage.of(row, operation, state) > 0) {
            filled.add("%s, %s, %s".formatted(row, operation, state));
          }
        }
      }
    }
    return filled;
  }

  private static boolean canBeFilled(String row, Operation operation, State state) {
    return Unfillable.reason(row, operation, state).isEmpty();
  }

  /** For people: filled states of those that can be filled, and how often in all. */
  public String markdown() {
    var text = new StringBuilder("| fault |");
    for (var operation : Operation.values()) {
      text.append(' ').append(operation).append(" |");
    }
    text.append("\n|---|").append("---|".repeat(Operation.values().length)).append('\n');
    for (var row : rows()) {
      text.append("| ").append(row).append(" |");
      for (var operation : Operation.values()) {
        text.append(' ').append(cell(row, operation)).append(" |");
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String cell(String row, Operation operation) {
    int filled = 0;
    int possible = 0;
    int count = 0;
    for (var state : State.values()) {
      boolean isPossible = canBeFilled(row, operation, state);
      possible += isPossible ? 1 : 0;
      filled += isPossible && coverage.of(row, operation, state) > 0 ? 1 : 0;
      count += coverage.of(row, operation, state);
    }
    return possible == 0 && count == 0 ? "-" : "%d/%d (%d)".formatted(filled, possible, count);
  }
}
