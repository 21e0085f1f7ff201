package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlanChoice.Drawn;
import io.drsorchestrator.local.simulate.scenario.PlannedAction.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws a scenario from a seed: most are a few faults and clicks at random, every fourth sends many
 * faults, one after another, at one operation in one state.
 */
public final class Draw {

  private static final List<Operation> CLICKS =
      List.of(Operation.PAUSE, Operation.RESUME, Operation.CANCEL, Operation.CREATE);
  private static final List<State> ACTIVE =
      List.of(State.PENDING, State.POLLING, State.PAUSED, State.CANCELLING);
  private static final List<Operation> OPERATIONS = List.of(Operation.values());
  private static final List<State> STATES = List.of(State.values());
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
  private static final int AIMED = 4;

  /** Time enough for many requests, in milliseconds. */
  private static final int LATER = 180_000;

  private final Random random;
  private final Moments moments;
  private final List<PlannedAction> actions = new ArrayList<>();
  private final List<PlannedFault> faults = new ArrayList<>();
  private final List<DrsTrouble> troubles = new ArrayList<>();

  private Draw(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
    moments = new Moments(random);
  }

  /** The scenario of {@code seed}, with a plan of its own or the one that is given. */
  public static Scenario scenario(long seed, Optional<PlanChoice> given) {
    return new Draw(seed).draw(seed, given);
  }

  private Scenario draw(long seed, Optional<PlanChoice> given) {
    var plan = given.orElseGet(this::plan);
    int waves = plan.file().plan().path("waves").size();
    if (seed % AIMED == 0) {
      aim(Math.floorMod(seed / AIMED, OPERATIONS.size() * STATES.size()), waves);
    } else {
      create(0);
      mix(waves);
    }
    return new Scenario(seed, latency(), plan, actions, faults, troubles);
  }

  private void create(int delay) {
    actions.add(new PlannedAction(Kind.CLICK, Operation.CREATE, Occasion.BEGIN, 1, delay));
  }

  /** Some runs have none, and are done sooner. */
  private int latency() {
    return oneOf(0, 300, 3000, 3000);
  }

  private PlanChoice plan() {
    var waves = new ArrayList<WaveSpec>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      waves.add(new WaveSpec(1 + random.nextInt(2), random.nextInt(3) == 0));
    }
    return new Drawn(waves);
  }

  private void mix(int waves) {
    times(3).forEach(i -> actions.add(click()));
    times(2).forEach(i -> burst(oneOf(BUSY), 1 + random.nextInt(2), random.nextInt(4000)));
    times(5).forEach(i -> duel());
    if (random.nextInt(10) == 0) {
      actions.add(stop(oneOf(ACTIVE)));
    }
    times(5).forEach(i -> fault(oneOf(OPERATIONS), oneOf(STATES), oneOf(FaultKind.values())));
    if (random.nextInt(3) == 0) {
      troubles.add(trouble(oneOf(DrsTrouble.Kind.values()), random.nextInt(waves)));
    }
  }

  /** While an operation stands still, others overtake it. */
  private void duel() {
    var slow = oneOf(SLOW);
    var state = usual(slow);
    int time = 1 + random.nextInt(slow == Operation.POLL ? 5 : 2);
    int seconds = 2 + (random.nextInt(3) == 0 ? random.nextInt(250) : random.nextInt(60));
    boolean isWrite = random.nextBoolean();
    int skip = isWrite ? random.nextInt(3) : random.nextInt(9);
    var kind = isWrite ? FaultKind.SLOW_WRITER : FaultKind.PAUSE;
    faults.add(new PlannedFault(kind, slow, state, skip, 1, seconds));
    if (isClick(slow)) {
      actions.add(asking(slow, state, random.nextInt(3000)));
    }
    rivals(slow, Occasion.beginning(slow), time, random.nextInt(1000 * seconds));
  }

  /** A state in which that happens. */
  private State usual(Operation operation) {
    return switch (operation) {
      case GO_ON, RESUME -> State.PAUSED;
      case START_WAVE, HOLD -> oneOf(State.PENDING, State.POLLING, State.POLLING);
      case CANCEL, PAUSE, UPDATE -> oneOf(ACTIVE);
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
            oneOf(OPERATIONS));
    IntStream.rangeClosed(0, random.nextInt(3))
        .forEach(i -> actions.add(rival(oneOf(likely), when, time, delay)));
  }

  private PlannedAction rival(Operation operation, Occasion when, int time, int delay) {
    return new PlannedAction(
        isClick(operation) ? Kind.CLICK : Kind.ECHO,
        operation,
        when,
        time,
        delay + random.nextInt(2000));
  }

  /** Many at once, when the workflow is about to do something itself. */
  private void burst(Occasion when, int time, int delay) {
    int count = 1 + random.nextInt(4);
    IntStream.range(0, count)
        .forEach(i -> actions.add(rival(oneOf(OPERATIONS), when, time, delay)));
  }

  /** Every kind of fault, one at a time, at that operation in that state. */
  private void aim(int cell, int waves) {
    var operation = OPERATIONS.get(cell / STATES.size());
    var state = STATES.get(cell % STATES.size());
    create(state == State.NONE ? LATER : 0);
    reach(state, waves);
    prepare(operation, state);
    if (random.nextBoolean()) {
      troubles.add(trouble(oneOf(DrsTrouble.Kind.values()), random.nextInt(waves)));
    }
    var kinds = new ArrayList<>(List.of(FaultKind.values()));
    Collections.shuffle(kinds, random);
    // What strikes few calls comes first, and so does what makes a workflow ask once more.
    kinds.sort(Comparator.comparing(kind -> !kind.isRare()));
    boolean isAtOnce = random.nextBoolean();
    for (var kind : kinds) {
      int skip = isAtOnce || kind.isRare() ? 0 : random.nextInt(3);
      faults.add(new PlannedFault(kind, operation, state, skip, 1, moments.of(kind)));
    }
    int pause = 4000 + random.nextInt(6000);
    for (int i = 0; i < kinds.size(); i++) {
      actions.add(asked(operation, state, 1000 + i * pause));
    }
  }

  private PlannedAction asked(Operation operation, State state, int delay) {
    return new PlannedAction(
        isClick(operation) ? Kind.CLICK : Kind.ECHO, operation, Occasion.entering(state), 1, delay);
  }

  /** What the operation needs besides the state. */
  private void prepare(Operation operation, State state) {
    if (operation == Operation.WORKFLOW_ENDED && !state.isEnd()) {
      actions.add(stop(state));
    }
    if (operation == Operation.WORKFLOW_ENDED && state == State.COMPLETED) {
      faults.add(
          new PlannedFault(FaultKind.RESULT_LOST, Operation.FINALIZE, State.POLLING, 0, 1, 0));
      actions.add(new PlannedAction(Kind.STOP_WORKFLOW, operation, Occasion.COMPLETED, 1, 0));
    }
    if (operation == Operation.FIND) {
      faults.add(new PlannedFault(FaultKind.LATE_INVOCATION, Operation.POLL, state, 0, 3, 310));
    }
    if (operation == Operation.FIND && state == State.PAUSED) {
      // It rings when nobody else got through.
      faults.add(new PlannedFault(FaultKind.TOKEN_LOST, Operation.RESUME, State.PAUSED, 0, 30, 0));
      actions.add(new PlannedAction(Kind.CLICK, Operation.RESUME, Occasion.PAUSED, 1, 2000));
    }
    if (operation == Operation.HOLD || operation == Operation.GO_ON) {
      actions.add(new PlannedAction(Kind.CLICK, Operation.PAUSE, Occasion.PENDING, 1, 0));
      actions.add(new PlannedAction(Kind.CLICK, Operation.RESUME, Occasion.PAUSED, 1, LATER));
    }
  }

  /** Brings it about that the execution is in that state, and stays for a while. */
  private void reach(State state, int waves) {
    switch (state) {
      case NONE, COMPLETED -> {}
      case PENDING ->
          faults.add(
              new PlannedFault(
                  FaultKind.LATE_INVOCATION, Operation.ADOPT, State.PENDING, 0, 1, 200));
      case POLLING -> troubles.add(trouble(DrsTrouble.Kind.SLOW, 0));
      case PAUSED ->
          actions.add(new PlannedAction(Kind.CLICK, Operation.PAUSE, Occasion.PENDING, 1, 0));
      case CANCELLING, CANCELLED -> {
        troubles.add(trouble(DrsTrouble.Kind.SLOW, 0));
        actions.add(
            new PlannedAction(
                Kind.CLICK, Operation.CANCEL, Occasion.POLLING, 1, random.nextInt(30_000)));
      }
      case FAILED -> troubles.add(trouble(DrsTrouble.Kind.FAILING, random.nextInt(waves)));
    }
  }

  private IntStream times(int most) {
    return IntStream.range(0, random.nextInt(most + 1));
  }

  private PlannedAction click() {
    var operation = random.nextInt(3) == 0 ? Operation.RESUME : oneOf(CLICKS);
    var when =
        operation == Operation.RESUME && random.nextBoolean()
            ? Occasion.PAUSED
            : oneOf(Occasion.values());
    return new PlannedAction(Kind.CLICK, operation, when, 1 + random.nextInt(2), moments.delay());
  }

  private int skip() {
    return random.nextInt(3) == 0 ? random.nextInt(8) : 0;
  }

  private static boolean isClick(Operation operation) {
    return switch (operation) {
      case CREATE, PAUSE, RESUME, CANCEL -> true;
      default -> false;
    };
  }

  private PlannedAction stop(State state) {
    return new PlannedAction(
        Kind.STOP_WORKFLOW, Operation.WORKFLOW_ENDED, Occasion.entering(state), 1, moments.delay());
  }

  private void fault(Operation operation, State state, FaultKind kind) {
    int times = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 1;
    faults.add(new PlannedFault(kind, operation, state, skip(), times, moments.of(kind)));
    if (operation != Operation.WORKFLOW_ENDED || random.nextInt(4) == 0) {
      actions.add(asking(operation, state, moments.delay()));
    }
  }

  /** Somebody who asks for the operation in that state. */
  private PlannedAction asking(Operation operation, State state, int delay) {
    if (operation == Operation.WORKFLOW_ENDED && !state.isEnd()) {
      return stop(state);
    }
    return new PlannedAction(
        isClick(operation) ? Kind.CLICK : Kind.ECHO, operation, Occasion.entering(state), 1, delay);
  }

  private DrsTrouble trouble(DrsTrouble.Kind kind, int wave) {
    return new DrsTrouble(kind, wave, 30 + random.nextInt(600));
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  @SafeVarargs
  private <T> T oneOf(T... all) {
    return all[random.nextInt(all.length)];
  }
}
