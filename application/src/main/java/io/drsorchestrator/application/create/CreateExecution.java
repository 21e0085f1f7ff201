package io.drsorchestrator.application.create;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.create.GuardedStart.Stored;
import io.drsorchestrator.application.create.StartRefusal.ExecutionIdTaken;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * Creates an execution, with every wave of the plan PENDING from the start, and starts its
 * workflow. Repeating it with the same execution id changes nothing.
 */
public final class CreateExecution {

  private final Lifecycle lifecycle;
  private final ExecutionStore store;
  private final Aws aws;
  private final StartWorkflow workflow;
  private final LifecycleJournal journal;
  private final Supplier<ExecutionId> ids;
  private final StartPreparation preparation;

  private CreateExecution(
      Lifecycle lifecycle,
      ExecutionStore store,
      Aws aws,
      StartWorkflow workflow,
      LifecycleJournal journal,
      Settings settings) {
    this.lifecycle = lifecycle;
    this.store = store;
    this.aws = aws;
    this.workflow = workflow;
    this.journal = journal;
    this.ids = () -> new ExecutionId(settings.ids().get());
    this.preparation = new StartPreparation(store, aws, settings);
  }

  /** Wired from the ports. */
  public static CreateExecution of(
      Lifecycle lifecycle,
      ExecutionStore store,
      Aws aws,
      StartWorkflow workflow,
      LifecycleJournal journal,
      Settings settings) {
    return new CreateExecution(lifecycle, store, aws, workflow, journal, settings);
  }

  /** The new execution, or why the plan is not started. */
  public Either<StartRefusal, Started> create(StartPlan command) {
    var id = command.executionId().getOrElse(ids);
    return FailClosed.ask(() -> Right(command.executionId().flatMap(store.executions()::find)))
        .flatMap(
            existing ->
                existing.isDefined() ? repeated(existing.get(), command) : createNew(command, id));
  }

  private Either<StartRefusal, Started> repeated(Execution existing, StartPlan command) {
    return existing.key().planId().equals(command.plan())
        ? Right(workflow.startIfMissing(existing.key().executionId()))
        : Left(new ExecutionIdTaken(existing.key().executionId()));
  }

  private Either<StartRefusal, Started> createNew(StartPlan command, ExecutionId id) {
    var servers = new WaveServers(store.groups(), aws.servers());
    var checks = new StartChecks(new HeldServers(servers, store.plans()));
    return FailClosed.ask(() -> preparation.prepare(command, id, servers))
        .flatMap(draft -> stored(draft, checks));
  }

  private Either<StartRefusal, Started> stored(StartDraft draft, StartChecks checks) {
    var warnings = new StartWarnings(aws.admission()).of(draft);
    var unfinished = new UnfinishedExecutions(store);
    return FailClosed.ask(() -> Right(unfinished.indexed(draft.plan().id())))
        .map(indexed -> new StartAttempt(draft, draft.execution(lifecycle.now()), checks, indexed))
        .flatMap(
            start ->
                new GuardedStart(store, unfinished)
                    .store(start)
                    .flatMap(stored -> started(start, stored)))
        .map(started -> started.warning(warnings));
  }

  private Either<StartRefusal, Started> started(StartAttempt start, Stored stored) {
    return switch (stored) {
      case BY_US -> Right(begun(start.execution()));
      case BEFORE -> repeated(lifecycle.find(start.draft().id()), start.draft().command());
    };
  }

  /**
   * It is on record: whatever fails from here on, the reconciler mends, and nobody starts it again.
   */
  private Started begun(Transition<PendingExecution> created) {
    journal.record(Occurrence.of(created));
    try {
      return workflow.start(created.next());
    } catch (AwsUnavailableException | AwsRefusedException e) {
      var warning = "The execution is on record, but cannot be read: " + e.getMessage();
      return new Started(lifecycle.decide(created.next()), Vector.of(warning), Option.none());
    }
  }
}
