package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;

import io.drsorchestrator.application.memory.InMemoryStore;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * A recovery plan in letters, one a wave: {@code w} is a wave, {@code g} one with a gate before it,
 * {@code x} one whose protection group is missing.
 *
 * @param servers in each wave
 */
record Plan(String letters, int servers) {

  /** So long ago that every grace after a creation is over. */
  private static final Duration AGE = Duration.ofMinutes(10);

  static Plan of(String letters) {
    return new Plan(letters, 1);
  }

  Vector<WavePlan> waves() {
    return Vector.range(0, letters.length())
        .map(n -> SampleWaves.plan(n, servers))
        .map(w -> letters.charAt(w.number().value()) == 'g' ? SampleWaves.gated(w) : w);
  }

  /** Whether an execution of it must fail. */
  boolean isFaulty() {
    return letters.contains("x");
  }

  /** The plan, its groups, and an execution of it that is PENDING. */
  void save(InMemoryStore store) {
    var waves = waves();
    store.put(new RecoveryPlan(World.KEY.planId(), "Plan", waves));
    waves
        .filter(wave -> letters.charAt(wave.number().value()) != 'x')
        .flatMap(WavePlan::protectionGroupId)
        .map(id -> new ProtectionGroup(id, SampleWaves.REGION, Option.none(), HashMap.empty()))
        .forEach(store::put);
    var ports = store.ports();
    var lock = ports.locks().acquire(World.KEY.planId(), World.KEY.executionId(), NOON).get();
    var created = PendingExecution.create(details(), waves).next();
    var start = new NewExecution(created, requestBy("alice"), lock, ports.starts().read());
    var unused = ports.newExecutions().create(start);
  }

  private static ExecutionDetails details() {
    return new ExecutionDetails(
        World.KEY, "Plan", ExecutionType.DRILL, "alice", NOON.minus(AGE), Workbench.HUB);
  }
}
