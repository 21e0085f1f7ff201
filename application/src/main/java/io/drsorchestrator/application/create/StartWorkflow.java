package io.drsorchestrator.application.create;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleEvent.WorkflowStartPostponed;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Starts the workflow of an execution that is on record. Where Step Functions does not answer, the
 * reconciler tries again; where it refuses, the execution has FAILED and does not block its plan.
 */
public final class StartWorkflow {

  private static final Vector<String> POSTPONED =
      Vector.of("Step Functions does not answer; the workflow is started within a minute or two");

  private final Lifecycle lifecycle;
  private final ExecutionStore store;
  private final Workflows workflows;
  private final LifecycleJournal journal;

  public StartWorkflow(
      Lifecycle lifecycle, ExecutionStore store, Workflows workflows, LifecycleJournal journal) {
    this.lifecycle = lifecycle;
    this.store = store;
    this.workflows = workflows;
    this.journal = journal;
  }

  /** Where the execution is afterwards. */
  public Started start(Execution execution) {
    var key = execution.key();
    try {
      var unused = store.newExecutions().adopt(key, workflows.start(key));
    } catch (AwsUnavailableException e) {
      var postponed = new WorkflowStartPostponed(String.valueOf(e.getMessage()));
      journal.record(Occurrence.besides(execution, postponed));
      return Started.of(lifecycle.decide(lifecycle.find(key.executionId()))).warning(POSTPONED);
    } catch (AwsRefusedException e) {
      return fail(key, "The workflow cannot be started: " + e.getMessage());
    }
    return Started.of(lifecycle.decide(lifecycle.find(key.executionId())));
  }

  /**
   * Starts it if nobody is known to have done so: what a worker of the old system was for (contract
   * 4), and what mends a start that stopped half-way.
   */
  public Started startIfMissing(ExecutionId id) {
    var execution = lifecycle.find(id);
    return execution instanceof PendingExecution pending && pending.facts().workflow().isEmpty()
        ? start(pending)
        : Started.of(lifecycle.decide(execution));
  }

  private Started fail(ExecutionKey key, String message) {
    var cause = new FailureCause(FailureCause.WORKFLOW_ENDED, message);
    var answer =
        lifecycle.change(
            key.executionId(),
            execution -> execution.workflowDied(cause, lifecycle.now()),
            store.endings()::fail);
    return new Started(answer.decision(), Vector.empty(), Option.some(message));
  }
}
