package io.drsorchestrator.application.contract;

import io.drsorchestrator.application.memory.RecordedWorkflows;
import io.drsorchestrator.application.port.Workflows;

/** The double of Step Functions behaves like Step Functions. */
final class RecordedWorkflowsContractTest extends WorkflowsContract {

  private final RecordedWorkflows workflows = new RecordedWorkflows();

  @Override
  protected Workflows workflows() {
    return workflows;
  }
}
