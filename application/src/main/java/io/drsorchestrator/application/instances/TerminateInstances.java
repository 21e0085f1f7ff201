package io.drsorchestrator.application.instances;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import io.drsorchestrator.application.StoreConflictException;
import io.drsorchestrator.application.instances.Termination.Failed;
import io.drsorchestrator.application.instances.TerminationRefusal.NoWaves;
import io.drsorchestrator.application.instances.TerminationRefusal.NotTerminable;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Terminating the recovery instances of an ended execution (contract 3.10, D39).
 *
 * <p>DRS's call is not idempotent and its jobs carry no tags of ours. Who asks is recorded first,
 * each job as soon as DRS has named it. Whatever gets lost in between, the same request mends: what
 * is being terminated already is met as a conflict, and its job, whoever started it, is put on
 * record then. So two operators at once, or one who clicks again, start no second job for an
 * instance and see the same jobs.
 */
public final class TerminateInstances {

  private final StoredExecutions executions;
  private final InstanceSearch search;
  private final RecoveryInstances instances;
  private final Terminations terminations;
  private final Settlement settlement;

  TerminateInstances(
      StoredExecutions executions,
      InstanceSearch search,
      RecoveryInstances instances,
      Terminations terminations,
      Settlement settlement) {
    this.executions = executions;
    this.search = search;
    this.instances = instances;
    this.terminations = terminations;
    this.settlement = settlement;
  }

  /** Throws {@link io.drsorchestrator.application.ExecutionNotFoundException}. */
  public Either<TerminationRefusal, Termination> terminate(
      ExecutionId id, OperatorRequest request) {
    var execution = executions.get(id);
    return refusal(execution)
        .<Either<TerminationRefusal, Termination>>map(refusal -> Left(refusal))
        .getOrElse(() -> terminable(execution, request));
  }

  private static Option<TerminationRefusal> refusal(StoredExecution execution) {
    var metadata = execution.termination();
    if (execution.waves().isEmpty()) {
      return Option.some(new NoWaves());
    }
    return Option.when(
        !metadata.canTerminate(),
        () -> new NotTerminable(String.valueOf(metadata.reason()), execution.status()));
  }

  private Either<TerminationRefusal, Termination> terminable(
      StoredExecution execution, OperatorRequest request) {
    return terminations.request(execution.key(), request) == WriteOutcome.WRITTEN
        ? Right(terminated(execution, request))
        : Left(overtaken(execution.id()));
  }

  /** Between the read and the write the execution was deleted, or its instances' end recorded. */
  private TerminationRefusal overtaken(ExecutionId id) {
    return refusal(executions.get(id)).getOrElseThrow(() -> new StoreConflictException(id, 1));
  }

  private Termination terminated(StoredExecution execution, OperatorRequest request) {
    var found = search.find(execution);
    if (found.isNothing()) {
      settlement.settle(execution, request.requestedAt());
    }
    var record = new TerminationRecord(terminations, execution.key(), request.requestedAt());
    var inLaunch = found.instances().partition(OwnInstance::isInLaunch);
    var result = calls(inLaunch._2, record);
    result
        .fault()
        .forEach(
            fault -> {
              throw fault;
            });
    return result.and(Termination.failures(launching(inLaunch._1, found.launching())));
  }

  private Termination calls(Vector<OwnInstance> some, TerminationRecord record) {
    return some.groupBy(OwnInstance::scope)
        .map(place -> new TerminationCalls(instances, place._1, record).terminate(place._2))
        .foldLeft(Termination.NOTHING, Termination::and);
  }

  /**
   * DRS has a server in one job at most and cannot cancel a launch, so it is not even asked: its
   * refusal would read like a termination that is under way.
   */
  private static Vector<Failed> launching(
      Vector<OwnInstance> launched, Vector<LaunchingServer> servers) {
    return launched.map(Failed::launching).appendAll(servers.map(Failed::launching));
  }
}
