package io.drsorchestrator.adapter.in.lambda;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;

import io.drsorchestrator.application.port.DrillReminders;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.Moments;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.StartableExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A store that holds at most one execution, and names the writes that it was asked for. */
final class OneExecution
    implements NewExecutions, PlanLocks, WaveClaims, Gates, Endings, Terminations {

  private final List<String> writes = new ArrayList<>();
  private Option<Execution> execution;
  private Option<RuntimeException> fault = Option.none();
  private Option<WaveLaunch> launch = Option.none();
  private Option<OperatorRequest> request = Option.none();

  OneExecution(Option<Execution> execution) {
    this.execution = execution;
  }

  ExecutionStore store() {
    return new ExecutionStore(
        this::find,
        this,
        this,
        this::plan,
        id -> Option.some(new ProtectionGroup(id, "eu-west-1", Option.none(), HashMap.empty())),
        this,
        (progress, polledAt) ->
            written("record", (Execution) ((RunningExecution) current()).after(progress)),
        this,
        this,
        completed -> written("complete", completed.next()),
        this::withStatus,
        this::document,
        listing(),
        this::delete,
        this,
        id -> Option.none(),
        () -> Entries.NONE,
        (paused, now) -> WriteOutcome.WRITTEN,
        noDrills());
  }

  private static DrillReminders noDrills() {
    return new DrillReminders() {
      @Override
      public Vector<ExecutionId> candidates(Instant startedSince, Instant quietSince) {
        return Vector.empty();
      }

      @Override
      public WriteOutcome record(ExecutionKey key, DrillInstancesLive reminder) {
        return CONFLICT;
      }
    };
  }

  Execution current() {
    return execution.get();
  }

  /** Who started the execution, and why. */
  OperatorRequest startRequest() {
    return request.get();
  }

  WaveLaunch launch() {
    return launch.get();
  }

  List<String> writes() {
    return writes;
  }

  /** From now on nobody can read what is on record. */
  void failWith(RuntimeException reading) {
    fault = Option.some(reading);
  }

  private Option<Execution> find(ExecutionId id) {
    fault.forEach(
        thrown -> {
          throw thrown;
        });
    return execution.filter(e -> e.key().executionId().equals(id));
  }

  private Option<RecoveryPlan> plan(PlanId id) {
    return Option.when(
        id.equals(Executions.KEY.planId()),
        () -> new RecoveryPlan(id, "Plan 1", Vector.of(SampleWaves.plan(0))));
  }

  private Vector<Candidate> withStatus(ExecutionStatus status) {
    return execution
        .filter(e -> e.status() == status)
        .map(e -> new Candidate(e.key().executionId(), Option.some(Moments.NOON), Option.none()))
        .toVector();
  }

  private Option<Map<String, Object>> document(ExecutionId id) {
    return find(id)
        .map(
            e ->
                Map.of(
                    "executionId", id.value(),
                    "planId", e.key().planId().value(),
                    "planName", "Plan 1",
                    "status", e.status().name(),
                    "taskToken", Executions.TOKEN.value()));
  }

  private ExecutionListing listing() {
    return new ExecutionListing() {
      @Override
      public Vector<Head> heads() {
        return documents(Vector.empty())
            .map(
                item ->
                    new Head(
                        stored(current().key()),
                        current().status().name(),
                        Option.some(Moments.NOON),
                        Option.none()));
      }

      @Override
      public Vector<Map<String, Object>> documents(Vector<StoredKey> keys) {
        return execution.flatMap(e -> document(e.key().executionId())).toVector();
      }
    };
  }

  private WriteOutcome delete(StoredKey key) {
    writes.add("delete");
    if (execution.exists(e -> !e.status().isTerminal())) {
      return CONFLICT;
    }
    execution = Option.none();
    return WRITTEN;
  }

  private static StoredKey stored(ExecutionKey key) {
    return new StoredKey(key.executionId().value(), key.planId().value());
  }

  private WriteOutcome written(String name, Execution next) {
    writes.add(name);
    execution = Option.some(next);
    return WRITTEN;
  }

  @Override
  public Creation create(NewExecution start) {
    var unused = written("create", start.execution());
    request = Option.some(start.request());
    return Creation.CREATED;
  }

  @Override
  public WriteOutcome adopt(ExecutionKey key, WorkflowArn workflow) {
    var facts = ((ActiveExecution) current()).facts();
    return facts.workflow().isDefined()
        ? CONFLICT
        : written(
            "adopt",
            new PendingExecution(
                new ExecutionFacts(
                    facts.details(), Option.some(workflow), facts.waves(), facts.revision()),
                Option.none()));
  }

  @Override
  public Either<Held, PlanLock> acquire(PlanId plan, ExecutionId holder, Instant now) {
    return Either.right(new PlanLock(plan, holder, now, Option.none()));
  }

  @Override
  public void release(PlanLock lock) {
    writes.add("release");
  }

  @Override
  public LockState lockOf(PlanId plan, Instant now) {
    return LockState.FREE;
  }

  @Override
  public Vector<ExecutionId> candidates(PlanId plan) {
    return execution.map(e -> e.key().executionId()).toVector();
  }

  @Override
  public WriteOutcome claim(Transition<PollingExecution> claimed, WaveNumber wave) {
    return written("claim", claimed.next());
  }

  @Override
  public WriteOutcome failLaunch(Transition<PollingExecution> failed, WaveNumber wave) {
    return written("failLaunch", failed.next());
  }

  @Override
  public WriteOutcome recordLaunch(WaveLaunch launch) {
    this.launch = Option.some(launch);
    var launched = Executions.launched((PollingExecution) current(), launch.wave().number());
    return written("recordLaunch", launched);
  }

  @Override
  public WriteOutcome warn(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Option<String> warning) {
    return WriteOutcome.WRITTEN;
  }

  @Override
  public WriteOutcome endLease(
      ExecutionKey key, WaveNumber wave, LaunchAttempt attempt, Instant now) {
    return written("endLease", current());
  }

  @Override
  public WriteOutcome requestPause(Transition<StartableExecution> requested) {
    return written("requestPause", requested.next());
  }

  @Override
  public WriteOutcome pause(Transition<PausedExecution> paused) {
    return written("pause", paused.next());
  }

  @Override
  public WriteOutcome requestResume(Transition<PausedExecution> requested) {
    return written("requestResume", requested.next());
  }

  @Override
  public WriteOutcome resume(Transition<PollingExecution> resumed) {
    return written("resume", resumed.next());
  }

  @Override
  public WriteOutcome fail(Transition<FailedExecution> failed) {
    return written("fail", failed.next());
  }

  @Override
  public WriteOutcome requestCancel(Transition<? extends Execution> requested) {
    return written("requestCancel", requested.next());
  }

  @Override
  public WriteOutcome finishCancel(Transition<CancelledExecution> cancelled) {
    return written("finishCancel", cancelled.next());
  }

  @Override
  public WriteOutcome request(ExecutionKey key, OperatorRequest request) {
    return written("request", current());
  }

  @Override
  public WriteOutcome recordJob(ExecutionKey key, TerminateJob job, Instant now) {
    return written("recordJob", current());
  }

  @Override
  public WriteOutcome recordTerminated(ExecutionKey key, int jobs, Instant now) {
    return written("recordTerminated", current());
  }
}
