package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.WorkflowArn;

/** What no part of a preflight may do. */
public final class PreflightOffences {

  private PreflightOffences() {}

  /** Calls a port that changes something. */
  public static final class Writes {

    private Writes() {}

    static void stop(Workflows workflows, WorkflowArn workflow) {
      workflows.stop(workflow, "because somebody looked at a plan");
    }
  }
}
