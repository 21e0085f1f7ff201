package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlannedAction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A scenario that is being written, and the dice for it. */
final class Script {

  static final List<Operation> OPERATIONS = List.of(Operation.values());
  static final List<State> STATES = List.of(State.values());

  /** The states in which an execution can still be stopped. */
  static final List<State> ACTIVE =
      List.of(State.PENDING, State.POLLING, State.PAUSED, State.CANCELLING);

  final List<PlannedAction> actions = new ArrayList<>();
  final List<PlannedFault> faults = new ArrayList<>();
  final List<DrsTrouble> troubles = new ArrayList<>();
  final Random random;
  final Moments moments;

  Script(Random random) {
    this.random = random;
    this.moments = new Moments(random);
  }

  void create(int delay) {
    actions.add(new PlannedAction(Kind.CLICK, Operation.CREATE, Occasion.BEGIN, 1, delay));
  }

  PlannedAction asked(Operation operation, State state, int delay) {
    return new PlannedAction(
        isClick(operation) ? Kind.CLICK : Kind.ECHO, operation, Occasion.entering(state), 1, delay);
  }

  /** Somebody who asks for the operation in that state. */
  PlannedAction asking(Operation operation, State state, int delay) {
    if (operation == Operation.WORKFLOW_ENDED && !state.isEnd()) {
      return stop(state);
    }
    return new PlannedAction(
        isClick(operation) ? Kind.CLICK : Kind.ECHO, operation, Occasion.entering(state), 1, delay);
  }

  PlannedAction stop(State state) {
    return new PlannedAction(
        Kind.STOP_WORKFLOW, Operation.WORKFLOW_ENDED, Occasion.entering(state), 1, moments.delay());
  }

  void trouble(DrsTrouble.Kind kind, int wave) {
    troubles.add(new DrsTrouble(kind, wave, 30 + random.nextInt(600)));
  }

  static boolean isClick(Operation operation) {
    return switch (operation) {
      case CREATE, PAUSE, RESUME, CANCEL -> true;
      default -> false;
    };
  }

  IntStream times(int most) {
    return IntStream.range(0, random.nextInt(most + 1));
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @SafeVarargs
  final <T> T oneOf(T... all) {
    return all[random.nextInt(all.length)];
  }
}
