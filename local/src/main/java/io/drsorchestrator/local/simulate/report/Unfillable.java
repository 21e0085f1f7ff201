package io.drsorchestrator.local.simulate.report;

import io.drsorchestrator.local.simulate.scenario.DrsTrouble;
import io.drsorchestrator.local.simulate.scenario.FaultKind;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.State;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Why some cells of the coverage table may be empty. */
public final class Unfillable {

  private static final Set<Operation> RINGING =
      EnumSet.of(Operation.HOLD, Operation.GO_ON, Operation.RESUME, Operation.FIND);
  private static final Set<Operation> WITH_INDEX = EnumSet.of(Operation.CREATE, Operation.FIND);
  private static final Set<State> RUNNING = EnumSet.of(State.POLLING, State.CANCELLING);

  private Unfillable() {}

  /** Nothing where the cell is to be filled. */
  public static Optional<String> reason(String row, Operation operation, State state) {
    return impossible(row, operation, state).or(() -> idle(row, operation, state));
  }

  /** Why nothing can ever happen there. */
  public static Optional<String> impossible(String row, Operation operation, State state) {
    if (state == State.NONE && (operation.isWorkflows() || operation == Operation.WORKFLOW_ENDED)) {
      return Optional.of("a workflow exists after its execution");
    }
    if (isToken(row) && !RINGING.contains(operation)) {
      return Optional.of("the operation rings nobody");
    }
    if (row.equals(FaultKind.STALE_INDEX.name()) && !WITH_INDEX.contains(operation)) {
      return Optional.of("the operation reads by keys alone");
    }
    return Optional.empty();
  }

  /** Why nothing happens there as a rule. */
  private static Optional<String> idle(String row, Operation operation, State state) {
    if (isToken(row)) {
      boolean isOver = state != State.PENDING && state != State.PAUSED;
      return unless(
          operation == Operation.HOLD ? isOver : state == State.PAUSED,
          "nobody is rung in that state");
    }
    if (row.equals(FaultKind.SLOW_WRITER.name())) {
      return unless(writes(operation).contains(state), "there is nothing to write in that state");
    }
    if (isTrouble(row)) {
      return unless(
          asks(DrsTrouble.Kind.valueOf(row), operation).contains(state),
          "how DRS is doing makes no difference there");
    }
    return Optional.empty();
  }

  private static boolean isToken(String row) {
    return row.equals(FaultKind.TOKEN_LOST.name()) || row.equals(FaultKind.TOKEN_LATE.name());
  }

  private static boolean isTrouble(String row) {
    return Arrays.stream(DrsTrouble.Kind.values()).anyMatch(kind -> kind.name().equals(row));
  }

  private static Set<State> writes(Operation operation) {
    return switch (operation) {
      case CREATE -> EnumSet.of(State.NONE, State.COMPLETED, State.FAILED, State.CANCELLED);
      case START_WAVE, HOLD, PAUSE -> EnumSet.of(State.PENDING, State.POLLING);
      case POLL, UPDATE -> RUNNING;
      case GO_ON, RESUME -> EnumSet.of(State.PAUSED);
      case CANCEL, WORKFLOW_ENDED -> EnumSet.of(State.PENDING, State.POLLING, State.PAUSED);
      case FINALIZE -> EnumSet.of(State.POLLING);
      case ADOPT, FIND -> EnumSet.noneOf(State.class);
    };
  }

  private static Set<State> asks(DrsTrouble.Kind kind, Operation operation) {
    boolean isRequest = kind == DrsTrouble.Kind.QUOTA_FULL || kind == DrsTrouble.Kind.SERVERS_BUSY;
    return switch (operation) {
      case START_WAVE -> isRequest ? EnumSet.of(State.POLLING) : EnumSet.noneOf(State.class);
      case POLL -> isRequest ? EnumSet.noneOf(State.class) : RUNNING;
      case FIND -> isRequest ? EnumSet.noneOf(State.class) : EnumSet.of(State.POLLING);
      default -> EnumSet.noneOf(State.class);
    };
  }

  private static Optional<String> unless(boolean possible, String reason) {
    return possible ? Optional.empty() : Optional.of(reason);
  }
}
