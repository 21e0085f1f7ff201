package io.drsorchestrator.application.find;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.create.StartWorkflow;
import io.drsorchestrator.application.end.UpdateExecution;
import io.drsorchestrator.application.gate.ResumeExecution;
import io.drsorchestrator.application.poll.PollExecution;
import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.application.port.Workflows.WorkflowState;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Helps one execution on: starts, polls, rings, or records that its workflow is dead. */
final class Reconciliation {

  private static final Duration START_GRACE = Duration.ofMinutes(1);
  private static final Duration POLLED_LATELY = Duration.ofSeconds(45);
  private static final Duration LATE = Duration.ofSeconds(30);
  private static final Duration VISIBILITY = Duration.ofMinutes(5);

  private final Lifecycle lifecycle;
  private final StartWorkflow start;
  private final Workflows workflows;
  private final PollExecution poll;
  private final ResumeExecution resume;
  private final UpdateExecution update;

  Reconciliation(
      Lifecycle lifecycle,
      StartWorkflow start,
      Workflows workflows,
      PollExecution poll,
      ResumeExecution resume,
      UpdateExecution update) {
    this.lifecycle = lifecycle;
    this.start = start;
    this.workflows = workflows;
    this.poll = poll;
    this.resume = resume;
    this.update = update;
  }

  ExecutionStatus reconcile(Candidate candidate) {
    var execution = lifecycle.find(candidate.id());
    if (execution instanceof ActiveExecution active) {
      help(candidate, active);
    }
    return lifecycle.find(candidate.id()).status();
  }

  private void help(Candidate candidate, ActiveExecution execution) {
    if (execution.facts().workflow().isEmpty()) {
      startWorkflow(execution);
    }
    resume.ring(candidate.id());
    if (isOlder(candidate, patience(execution))) {
      lookAfter(candidate, execution);
    }
  }

  /**
   * How long a sign of the workflow may be due: it looks at a wave as rarely as the wave's age
   * allows, and a look in between would only cost calls.
   */
  private Duration patience(ActiveExecution execution) {
    var next = execution.nextStep(lifecycle.now());
    return next.kind() == NextStep.Kind.AWAIT_WAVE && isRunning(execution)
        ? next.after().plus(LATE)
        : POLLED_LATELY;
  }

  private static boolean isRunning(ActiveExecution execution) {
    return execution.waves().active().exists(RunningWave.class::isInstance);
  }

  /** The truth about the wave first: a dead workflow must not make a wave look worse than it is. */
  private void lookAfter(Candidate candidate, ActiveExecution execution) {
    if (execution instanceof RunningExecution) {
      poll.poll(candidate.id());
    }
    execution.facts().workflow().forEach(workflow -> checkWorkflow(execution, workflow));
  }

  /** The same name and input again: Step Functions answers with the workflow that exists. */
  private void startWorkflow(ActiveExecution execution) {
    var created = execution.facts().details().startTime();
    if (lifecycle.now().isAfter(created.plus(START_GRACE))) {
      start.start(execution);
    }
  }

  private void checkWorkflow(ActiveExecution execution, WorkflowArn workflow) {
    var state = workflows.describe(workflow);
    if (!state.isRunning() && !isNotVisibleYet(execution, state)) {
      update.workflowEnded(execution.key().executionId(), workflow, cause(state));
    }
  }

  /**
   * DescribeExecution is eventually consistent: a workflow that has just started may be missing.
   */
  private boolean isNotVisibleYet(ActiveExecution execution, WorkflowState state) {
    var visible = execution.facts().details().startTime().plus(VISIBILITY);
    return state.equals(WorkflowState.NOT_FOUND) && lifecycle.now().isBefore(visible);
  }

  private static FailureCause cause(WorkflowState state) {
    var message =
        "The workflow ended (%s) without recording an outcome: %s"
            .formatted(state.status(), state.cause());
    return new FailureCause(FailureCause.WORKFLOW_ENDED, message);
  }

  private boolean isOlder(Candidate candidate, Duration age) {
    Option<Instant> lastSign = candidate.lastPolledTime().orElse(candidate.startTime());
    return !lastSign.exists(sign -> lifecycle.now().isBefore(sign.plus(age)));
  }
}
