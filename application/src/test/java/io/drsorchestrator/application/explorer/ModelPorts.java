package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.application.memory.InMemoryStore;
import io.drsorchestrator.application.memory.MemoryLaunchConfigurations;
import io.drsorchestrator.application.memory.ScriptedAdmission;
import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionDiscovery;
import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** The ports on a model, wired. */
final class ModelPorts {

  /**
   * An index that lags as far as an index can: whatever has become of the execution, and whenever
   * it was polled last, it is a candidate.
   */
  private static final ExecutionDiscovery LAGGING =
      status ->
          status == ExecutionStatus.POLLING
              ? Vector.of(
                  new Candidate(
                      World.KEY.executionId(),
                      Option.some(NOON.minus(Duration.ofHours(1))),
                      Option.none()))
              : Vector.empty();

  /** Somebody else has always just sent it. */
  private static final PauseReminders SENT = (execution, reminder) -> WriteOutcome.CONFLICT;

  private ModelPorts() {}

  static ExecutionStore of(InMemoryStore store) {
    var ports = store.ports();
    return new ExecutionStore(
        ports.executions(),
        ports.newExecutions(),
        ports.locks(),
        ports.plans(),
        ports.groups(),
        ports.claims(),
        ports.records(),
        ports.gates(),
        ports.endings(),
        ports.completions(),
        LAGGING,
        ports.documents(),
        ports.listing(),
        ports.deletions(),
        ports.terminations(),
        ports.accounts(),
        ports.starts(),
        SENT);
  }

  /** What no operation of the lifecycle calls is a double that nobody moves. */
  static Aws of(ModelDrs drs, ModelWorkflows workflows) {
    var unused = new ScriptedDrs(() -> NOON);
    return new Aws(
        drs,
        new ModelServers(),
        new ScriptedAdmission(unused),
        new MemoryLaunchConfigurations(),
        new ScriptedInstances(unused),
        workflows);
  }
}
