package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlannedAction.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Many faults, one after another, at one operation in one state. */
final class Aim {

  /** How many cells there are to aim at. */
  static final int CELLS = Script.OPERATIONS.size() * Script.STATES.size();

  /** Time enough for many requests, in milliseconds. */
  private static final int LATER = 180_000;

  private final Script script;

  Aim(Script script) {
    this.script = script;
  }

  /** Every kind of fault, one at a time, at that operation in that state. */
  void draw(int cell, int waves) {
    var operation = Script.OPERATIONS.get(cell / Script.STATES.size());
    var state = Script.STATES.get(cell % Script.STATES.size());
    script.create(state == State.NONE ? LATER : 0);
    reach(state, waves);
    prepare(operation, state);
    if (script.random.nextBoolean()) {
      script.trouble(script.oneOf(DrsTrouble.Kind.values()), script.random.nextInt(waves));
    }
    var kinds = new ArrayList<>(List.of(FaultKind.values()));
    Collections.shuffle(kinds, script.random);
    // What strikes few calls comes first, and so does what makes a workflow ask once more.
    kinds.sort(Comparator.comparing(kind -> !kind.isRare()));
    boolean isAtOnce = script.random.nextBoolean();
    for (var kind : kinds) {
      int skip = isAtOnce || kind.isRare() ? 0 : script.random.nextInt(3);
      script.faults.add(new PlannedFault(kind, operation, state, skip, 1, script.moments.of(kind)));
    }
    int pause = 4000 + script.random.nextInt(6000);
    for (int i = 0; i < kinds.size(); i++) {
      script.actions.add(script.asked(operation, state, 1000 + i * pause));
    }
  }

  /** What the operation needs besides the state. */
  private void prepare(Operation operation, State state) {
    if (operation == Operation.WORKFLOW_ENDED && !state.isEnd()) {
      script.actions.add(script.stop(state));
    }
    if (operation == Operation.WORKFLOW_ENDED && state == State.COMPLETED) {
      script.faults.add(
          new PlannedFault(FaultKind.RESULT_LOST, Operation.FINALIZE, State.POLLING, 0, 1, 0));
      script.actions.add(
          new PlannedAction(Kind.STOP_WORKFLOW, operation, Occasion.COMPLETED, 1, 0));
    }
    if (operation == Operation.FIND) {
      script.faults.add(
          new PlannedFault(FaultKind.LATE_INVOCATION, Operation.POLL, state, 0, 3, 310));
    }
    if (operation == Operation.FIND && state == State.PAUSED) {
      // It rings when nobody else got through.
      script.faults.add(
          new PlannedFault(FaultKind.TOKEN_LOST, Operation.RESUME, State.PAUSED, 0, 30, 0));
      script.actions.add(new PlannedAction(Kind.CLICK, Operation.RESUME, Occasion.PAUSED, 1, 2000));
    }
    if (operation == Operation.HOLD || operation == Operation.GO_ON) {
      script.actions.add(new PlannedAction(Kind.CLICK, Operation.PAUSE, Occasion.PENDING, 1, 0));
      script.actions.add(
          new PlannedAction(Kind.CLICK, Operation.RESUME, Occasion.PAUSED, 1, LATER));
    }
  }

  /** Brings it about that the execution is in that state, and stays for a while. */
  private void reach(State state, int waves) {
    switch (state) {
      case NONE, COMPLETED -> {}
      case PENDING ->
          script.faults.add(
              new PlannedFault(
                  FaultKind.LATE_INVOCATION, Operation.ADOPT, State.PENDING, 0, 1, 200));
      case POLLING -> script.trouble(DrsTrouble.Kind.SLOW, 0);
      case PAUSED ->
          script.actions.add(
              new PlannedAction(Kind.CLICK, Operation.PAUSE, Occasion.PENDING, 1, 0));
      case CANCELLING, CANCELLED -> {
        script.trouble(DrsTrouble.Kind.SLOW, 0);
        script.actions.add(
            new PlannedAction(
                Kind.CLICK, Operation.CANCEL, Occasion.POLLING, 1, script.random.nextInt(30_000)));
      }
      case FAILED -> script.trouble(DrsTrouble.Kind.FAILING, script.random.nextInt(waves));
    }
  }
}
