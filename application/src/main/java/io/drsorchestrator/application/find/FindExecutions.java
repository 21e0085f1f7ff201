package io.drsorchestrator.application.find;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.create.StartWorkflow;
import io.drsorchestrator.application.end.UpdateExecution;
import io.drsorchestrator.application.gate.ResumeExecution;
import io.drsorchestrator.application.poll.PollExecution;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionDiscovery;
import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * The reconciler (FR-1.5): every execution that has not ended is seen, and what nobody looks after
 * is helped on. One that cannot be helped does not stop the others.
 */
public final class FindExecutions {

  /** What became of one execution: a reason why it could not be helped, or its status. */
  public record Found(ExecutionId id, Either<String, ExecutionStatus> result) {}

  private final ExecutionDiscovery discovery;
  private final Reconciliation reconciliation;
  private final OrphanedWorkflows orphans;
  private final Reminders reminders;
  private final LiveDrills drills;
  private final Lifecycle lifecycle;

  private FindExecutions(
      ExecutionDiscovery discovery,
      Reconciliation reconciliation,
      OrphanedWorkflows orphans,
      Reminders reminders,
      LiveDrills drills,
      Lifecycle lifecycle) {
    this.discovery = discovery;
    this.reconciliation = reconciliation;
    this.orphans = orphans;
    this.reminders = reminders;
    this.drills = drills;
    this.lifecycle = lifecycle;
  }

  /** Wired from the use cases that it helps executions on with. */
  public static FindExecutions of(
      Lifecycle lifecycle,
      ExecutionStore store,
      StartWorkflow start,
      Workflows workflows,
      PollExecution poll,
      ResumeExecution resume,
      UpdateExecution update,
      LiveDrills drills) {
    var reconciliation = new Reconciliation(lifecycle, start, workflows, poll, resume, update);
    var orphans = new OrphanedWorkflows(store.executions(), workflows);
    var reminders = new Reminders(lifecycle, store.reminders());
    return new FindExecutions(
        store.discovery(), reconciliation, orphans, reminders, drills, lifecycle);
  }

  /** Looks after all executions that have not ended, as far as it gets until {@code deadline}. */
  public Vector<Found> find(Instant deadline) {
    var found = reconcileAll(deadline);
    stopOrphans();
    remind(found, deadline);
    remindOfDrills(deadline);
    return found;
  }

  private Vector<Found> reconcileAll(Instant deadline) {
    return Vector.of(ExecutionStatus.values())
        .reject(ExecutionStatus::isTerminal)
        .flatMap(discovery::withStatus)
        .distinctBy(Candidate::id)
        .toJavaStream()
        .takeWhile(candidate -> lifecycle.now().isBefore(deadline))
        .map(this::reconcile)
        .collect(Vector.collector());
  }

  /** It has time until the next look; what it cannot do now must not hide what was found. */
  private void stopOrphans() {
    try {
      orphans.stop(lifecycle.now());
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return;
    }
  }

  /** Last of all: whoever is slow to take a message must not keep an execution from being seen. */
  private void remind(Vector<Found> found, Instant deadline) {
    found
        .filter(one -> one.result().contains(ExecutionStatus.PAUSED))
        .toJavaStream()
        .takeWhile(one -> lifecycle.now().isBefore(deadline))
        .forEach(one -> remind(one.id()));
  }

  /** After everything else: nothing that runs waits for it or depends on it. */
  private void remindOfDrills(Instant deadline) {
    try {
      drills.remind(deadline);
    } catch (RuntimeException e) {
      return;
    }
  }

  /** The next look reminds again of what could not be recorded. */
  private void remind(ExecutionId id) {
    try {
      reminders.remind(id);
    } catch (RuntimeException e) {
      return;
    }
  }

  /** A fault of one execution, whatever it is, must not keep the others from being seen (D29). */
  private Found reconcile(Candidate candidate) {
    try {
      return new Found(candidate.id(), Either.right(reconciliation.reconcile(candidate)));
    } catch (RuntimeException e) {
      return new Found(candidate.id(), Either.left(String.valueOf(e.getMessage())));
    }
  }
}
