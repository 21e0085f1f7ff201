package io.drsorchestrator.local.bench.load;

import io.drsorchestrator.local.system.LocalSystem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All executions: started at once, steered to their fates, and watched until all have ended. */
final class Load implements AutoCloseable {

  private static final int HANDS = 16;
  private static final long PATIENCE = 600;

  private final LocalSystem system;
  private final Operators operators;
  private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
  private final ConcurrentMap<String, Fate> fates = new ConcurrentHashMap<>();
  private final Set<String> steered = ConcurrentHashMap.newKeySet();

  Load(LocalSystem system, Operators operators) {
    this.system = system;
    this.operators = operators;
  }

  static List<LoadPlan> plans(int executions, int accounts) {
    return IntStream.range(0, executions).mapToObj(n -> LoadPlan.of(n, accounts)).toList();
  }

  /** Starts the processes of the function, of which each may be too slow the first time. */
  void warmUp() {
    var begun = Stream.generate(() -> hands.submit(operators::look)).limit(HANDS).toList();
    for (var one : begun) {
      try {
        one.get();
      } catch (ExecutionException e) {
        // A function that is killed because it was too slow starts again when it is needed.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The fate of every execution, by its id. */
  Map<String, Fate> start(List<LoadPlan> plans) {
    await(plans.stream().<Future<?>>map(plan -> hands.submit(() -> start(plan))).toList());
    return Map.copyOf(fates);
  }

  private void start(LoadPlan plan) {
    fates.put(operators.start(plan.file().planId()), plan.fate());
  }

  /** Until all have ended, their workflows included, or nobody believes in it any more. */
  void untilEnd() {
    for (int i = 0; i < PATIENCE; i++) {
      var seen = SeenExecution.all(system);
      if (seen.values().stream().allMatch(SeenExecution::hasEnded) && areOver()) {
        return;
      }
      await(
          seen.entrySet().stream()
              .<Future<?>>map(one -> hands.submit(() -> steer(one.getKey(), one.getValue())))
              .toList());
      Operators.sleep();
    }
  }

  private boolean areOver() {
    return system.stepFunctions().stateMachines().stream()
        .allMatch(
            machine ->
                system
                    .stepFunctions()
                    .listExecutions(machine.arn(), status -> status.name().equals("RUNNING"))
                    .isEmpty());
  }

  /** Once: a command is on record when it is answered, and nothing may be lost afterwards. */
  private void steer(String id, SeenExecution seen) {
    var fate = fates.get(id);
    if (fate == null || steered.contains(id)) {
      return;
    }
    fate.due(seen)
        .ifPresent(
            command -> {
              operators.command(command, id);
              steered.add(id);
            });
  }

  private static void await(List<Future<?>> all) {
    for (var one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
