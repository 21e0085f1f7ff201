package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlanChoice.Drawn;
import io.drsorchestrator.local.simulate.scenario.PlannedAction.Kind;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final int AIMED = 4;

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
    actions.add(new PlannedAction(Kind.CLICK, Operation.CREATE, State.NONE, 1, 0));
    if (seed % AIMED == 0) {
      aim(Math.floorMod(seed / AIMED, OPERATIONS.size() * STATES.size()), waves);
    } else {
      mix(waves);
    }
    return new Scenario(seed, plan, actions, faults, troubles);
  }

  private PlanChoice plan() {
    var waves = new ArrayList<WaveSpec>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      waves.add(new WaveSpec(1 + random.nextInt(2), random.nextInt(4) == 0));
    }
    return new Drawn(waves);
  }

  private void mix(int waves) {
    times(3).forEach(i -> actions.add(click()));
    if (random.nextInt(10) == 0) {
      actions.add(stop(oneOf(ACTIVE)));
    }
    times(5)
        .forEach(
            i ->
                fault(oneOf(Operation.values()), oneOf(State.values()), oneOf(FaultKind.values())));
    if (random.nextInt(3) == 0) {
      troubles.add(trouble(oneOf(DrsTrouble.Kind.values()), random.nextInt(waves)));
    }
  }

  /** Every kind of fault, one at a time, at that operation in that state. */
  private void aim(int cell, int waves) {
    var operation = OPERATIONS.get(cell / STATES.size());
    var state = STATES.get(cell % STATES.size());
    reach(state, waves);
    if (random.nextBoolean()) {
      troubles.add(trouble(oneOf(DrsTrouble.Kind.values()), random.nextInt(waves)));
    }
    var kinds = new ArrayList<>(List.of(FaultKind.values()));
    Collections.shuffle(kinds, random);
    kinds.forEach(
        kind ->
            faults.add(
                new PlannedFault(kind, operation, state, random.nextInt(3), 1, moments.of(kind))));
    for (int i = 0; i < kinds.size(); i++) {
      actions.add(asking(operation, state, 1 + i * (4 + random.nextInt(8))));
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
          actions.add(new PlannedAction(Kind.CLICK, Operation.PAUSE, State.PENDING, 1, 0));
      case CANCELLING, CANCELLED -> {
        troubles.add(trouble(DrsTrouble.Kind.SLOW, 0));
        actions.add(
            new PlannedAction(Kind.CLICK, Operation.CANCEL, State.POLLING, 1, random.nextInt(30)));
      }
      case FAILED -> troubles.add(trouble(DrsTrouble.Kind.FAILING, random.nextInt(waves)));
    }
  }

  private IntStream times(int most) {
    return IntStream.range(0, random.nextInt(most + 1));
  }

  private PlannedAction click() {
    var operation = random.nextInt(3) == 0 ? Operation.RESUME : oneOf(CLICKS);
    var state =
        operation == Operation.RESUME && random.nextBoolean()
            ? State.PAUSED
            : oneOf(State.values());
    return new PlannedAction(Kind.CLICK, operation, state, 1 + random.nextInt(2), moments.delay());
  }

  private PlannedAction stop(State state) {
    return new PlannedAction(
        Kind.STOP_WORKFLOW, Operation.WORKFLOW_ENDED, state, 1, moments.delay());
  }

  private void fault(Operation operation, State state, FaultKind kind) {
    int times = random.nextInt(3) == 0 ? 1 + random.nextInt(8) : 1;
    faults.add(
        new PlannedFault(kind, operation, state, random.nextInt(6), times, moments.of(kind)));
    if (operation != Operation.WORKFLOW_ENDED || random.nextInt(4) == 0) {
      actions.add(asking(operation, state, moments.delay()));
    }
  }

  /** Somebody who asks for the operation in that state. */
  private PlannedAction asking(Operation operation, State state, int delay) {
    return switch (operation) {
      case CREATE, PAUSE, RESUME, CANCEL ->
          new PlannedAction(Kind.CLICK, operation, state, 1, delay);
      case WORKFLOW_ENDED ->
          state.isEnd() ? new PlannedAction(Kind.ECHO, operation, state, 1, delay) : stop(state);
      default -> new PlannedAction(Kind.ECHO, operation, state, 1, delay);
    };
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
