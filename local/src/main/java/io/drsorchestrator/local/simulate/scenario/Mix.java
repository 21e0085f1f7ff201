package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlannedAction.Kind;
import java.util.List;
import java.util.stream.IntStream;

/** A few faults and clicks at random, and operations that are overtaken by others. */
final class Mix {

  private static final List<Operation> CLICKS =
      List.of(Operation.PAUSE, Operation.RESUME, Operation.CANCEL, Operation.CREATE);

  private static final List<Occasion> BUSY =
      List.of(
          Occasion.PENDING,
          Occasion.POLLING,
          Occasion.PAUSED,
          Occasion.CANCELLING,
          Occasion.WAVE_LAUNCHED,
          Occasion.WAVE_COMPLETED,
          Occasion.WAVE_COMPLETED,
          Occasion.GATE_LIFTED);

  private static final List<Operation> SLOW =
      List.of(
          Operation.START_WAVE,
          Operation.START_WAVE,
          Operation.POLL,
          Operation.POLL,
          Operation.HOLD,
          Operation.GO_ON,
          Operation.PAUSE,
          Operation.RESUME,
          Operation.CANCEL,
          Operation.UPDATE,
          Operation.FINALIZE);

  private final Script script;

  Mix(Script script) {
    this.script = script;
  }

  void draw(int waves) {
    script.times(3).forEach(i -> script.actions.add(click()));
    script
        .times(2)
        .forEach(
            i ->
                burst(
                    script.oneOf(BUSY), 1 + script.random.nextInt(2), script.random.nextInt(4000)));
    script.times(5).forEach(i -> duel());
    if (script.random.nextInt(10) == 0) {
      script.actions.add(script.stop(script.oneOf(Script.ACTIVE)));
    }
    script
        .times(5)
        .forEach(
            i ->
                fault(
                    script.oneOf(Script.OPERATIONS),
                    script.oneOf(Script.STATES),
                    script.oneOf(FaultKind.values())));
    if (script.random.nextInt(3) == 0) {
      script.trouble(script.oneOf(DrsTrouble.Kind.values()), script.random.nextInt(waves));
    }
  }

  /** While an operation stands still, others overtake it. */
  private void duel() {
    var slow = script.oneOf(SLOW);
    var state = usual(slow);
    int time = 1 + script.random.nextInt(slow == Operation.POLL ? 5 : 2);
    int seconds =
        2
            + (script.random.nextInt(3) == 0
                ? script.random.nextInt(250)
                : script.random.nextInt(60));
    boolean isWrite = script.random.nextBoolean();
    int skip = isWrite ? script.random.nextInt(3) : script.random.nextInt(9);
    var kind = isWrite ? FaultKind.SLOW_WRITER : FaultKind.PAUSE;
    script.faults.add(new PlannedFault(kind, slow, state, skip, 1, seconds));
    if (Script.isClick(slow)) {
      script.actions.add(script.asking(slow, state, script.random.nextInt(3000)));
    }
    rivals(slow, Occasion.beginning(slow), time, script.random.nextInt(1000 * seconds));
  }

  /** A state in which that happens. */
  private State usual(Operation operation) {
    return switch (operation) {
      case GO_ON, RESUME -> State.PAUSED;
      case START_WAVE, HOLD -> script.oneOf(State.PENDING, State.POLLING, State.POLLING);
      case CANCEL, PAUSE, UPDATE -> script.oneOf(Script.ACTIVE);
      default -> State.POLLING;
    };
  }

  private void rivals(Operation slow, Occasion when, int time, int delay) {
    var likely =
        List.of(
            slow,
            slow,
            Operation.PAUSE,
            Operation.RESUME,
            Operation.CANCEL,
            Operation.START_WAVE,
            Operation.GO_ON,
            Operation.HOLD,
            Operation.UPDATE,
            Operation.POLL,
            Operation.FIND,
            script.oneOf(Script.OPERATIONS));
    IntStream.rangeClosed(0, script.random.nextInt(3))
        .forEach(i -> script.actions.add(rival(script.oneOf(likely), when, time, delay)));
  }

  private PlannedAction rival(Operation operation, Occasion when, int time, int delay) {
    return new PlannedAction(
        Script.isClick(operation) ? Kind.CLICK : Kind.ECHO,
        operation,
        when,
        time,
        delay + script.random.nextInt(2000));
  }

  /** Many at once, when the workflow is about to do something itself. */
  private void burst(Occasion when, int time, int delay) {
    int count = 1 + script.random.nextInt(4);
    IntStream.range(0, count)
        .forEach(
            i -> script.actions.add(rival(script.oneOf(Script.OPERATIONS), when, time, delay)));
  }

  private PlannedAction click() {
    var operation = script.random.nextInt(3) == 0 ? Operation.RESUME : script.oneOf(CLICKS);
    var when =
        operation == Operation.RESUME && script.random.nextBoolean()
            ? Occasion.PAUSED
            : script.oneOf(Occasion.values());
    return new PlannedAction(
        Kind.CLICK, operation, when, 1 + script.random.nextInt(2), script.moments.delay());
  }

  private int skip() {
    return script.random.nextInt(3) == 0 ? script.random.nextInt(8) : 0;
  }

  private void fault(Operation operation, State state, FaultKind kind) {
    int times = script.random.nextInt(3) == 0 ? 1 + script.random.nextInt(8) : 1;
    script.faults.add(
        new PlannedFault(kind, operation, state, skip(), times, script.moments.of(kind)));
    if (operation != Operation.WORKFLOW_ENDED || script.random.nextInt(4) == 0) {
      script.actions.add(script.asking(operation, state, script.moments.delay()));
    }
  }
}
