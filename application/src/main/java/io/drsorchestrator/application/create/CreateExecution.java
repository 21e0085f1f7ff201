package io.drsorchestrator.application.create;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.create.StartRefusal.AlreadyExecuting;
import io.drsorchestrator.application.create.StartRefusal.ExecutionIdTaken;
import io.drsorchestrator.application.create.StartRefusal.StartInProgress;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * Creates an execution, with every wave of the plan PENDING from the start, and starts its
 * workflow. Repeating it with the same execution id changes nothing.
 */
public final class CreateExecution {

  private record Ports(
      Executions executions,
      NewExecutions newExecutions,
      PlanLocks locks,
      LifecycleJournal journal) {}

  private final Ports ports;
  private final PlanCheck plans;
  private final StartWorkflow workflow;
  private final Lifecycle lifecycle;
  private final Supplier<ExecutionId> ids;
  private final AccountContext hub;

  private CreateExecution(
      Ports ports,
      PlanCheck plans,
      StartWorkflow workflow,
      Lifecycle lifecycle,
      Supplier<ExecutionId> ids,
      AccountContext hub) {
    this.ports = ports;
    this.plans = plans;
    this.workflow = workflow;
    this.lifecycle = lifecycle;
    this.ids = ids;
    this.hub = hub;
  }

  /** Wired from the ports of the store. */
  public static CreateExecution of(
      Lifecycle lifecycle,
      ExecutionStore store,
      StartWorkflow workflow,
      LifecycleJournal journal,
      Settings settings) {
    return new CreateExecution(
        new Ports(store.executions(), store.newExecutions(), store.locks(), journal),
        new PlanCheck(store.plans(), store.groups()),
        workflow,
        lifecycle,
        () -> new ExecutionId(settings.ids().get()),
        settings.hub());
  }

  /** The new execution's decision, or why the plan is not started. */
  public Either<StartRefusal, Decision> create(StartPlan command) {
    var id = command.executionId().getOrElse(ids);
    var existing = ports.executions().find(id);
    if (existing.isDefined()) {
      return repeated(existing.get(), command);
    }
    return plans
        .check(command.plan())
        .flatMap(plan -> locked(command, plan, id))
        .map(execution -> workflow.start(execution));
  }

  private Either<StartRefusal, Decision> repeated(Execution existing, StartPlan command) {
    return existing.key().planId().equals(command.plan())
        ? Right(lifecycle.decide(existing))
        : Left(new ExecutionIdTaken(existing.key().executionId()));
  }

  private Either<StartRefusal, Execution> locked(
      StartPlan command, RecoveryPlan plan, ExecutionId id) {
    return ports
        .locks()
        .acquire(plan.id(), lifecycle.now())
        .toEither((StartRefusal) new StartInProgress(plan.id()))
        .flatMap(
            lock -> store(lock, PendingExecution.create(details(command, plan, id), plan.waves())));
  }

  private Either<StartRefusal, Execution> store(
      PlanLock lock, Transition<PendingExecution> created) {
    var active = active(lock);
    if (active.isDefined()) {
      ports.locks().release(lock);
      return Left(active.get());
    }
    if (ports.newExecutions().create(created.next(), lock) == WriteOutcome.CONFLICT) {
      return Left(new StartInProgress(lock.plan()));
    }
    ports.journal().record(created.next(), created.events());
    return Right(created.next());
  }

  /** Indexes lag, so the newest execution of the plan is known from the lock as well. */
  private Option<StartRefusal> active(PlanLock lock) {
    var active =
        ports
            .locks()
            .candidates(lock.plan())
            .appendAll(lock.lastStarted())
            .distinct()
            .filter(id -> ports.executions().find(id).exists(e -> !e.status().isTerminal()));
    return Option.when(active.nonEmpty(), () -> new AlreadyExecuting(lock.plan(), active));
  }

  private ExecutionDetails details(StartPlan command, RecoveryPlan plan, ExecutionId id) {
    return new ExecutionDetails(
        new ExecutionKey(id, plan.id()),
        plan.name(),
        command.type(),
        command.initiatedBy(),
        lifecycle.now(),
        command.account().getOrElse(hub));
  }
}
