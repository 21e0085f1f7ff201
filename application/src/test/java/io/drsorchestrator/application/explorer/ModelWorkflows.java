package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.collection.Vector;

/** Step Functions with the one workflow of the execution. */
final class ModelWorkflows implements Workflows {

  private Flow flow = Flow.NOT_STARTED;

  void become(Flow known) {
    flow = known;
  }

  Flow flow() {
    return flow;
  }

  @Override
  public WorkflowArn start(ExecutionKey key) {
    if (flow.phase() == Flow.Phase.NOT_STARTED) {
      flow = Flow.due(Order.of(Kind.CREATE));
    }
    return World.ARN;
  }

  @Override
  public void ring(CallbackToken token) {
    flow = flow.rung(token.value());
  }

  @Override
  public void stop(WorkflowArn workflow, String cause) {
    if (flow.isRunning()) {
      flow = Flow.ended("ABORTED", "Stopped");
    }
  }

  @Override
  public Vector<WorkflowArn> running() {
    return flow.isRunning() ? Vector.of(World.ARN) : Vector.empty();
  }

  @Override
  public WorkflowState describe(WorkflowArn workflow) {
    return new WorkflowState(flow.end(), flow.outcome());
  }
}
