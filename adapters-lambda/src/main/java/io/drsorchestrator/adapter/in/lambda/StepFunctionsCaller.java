package io.drsorchestrator.adapter.in.lambda;

import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.wave.StartWaveCommand;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import java.time.Instant;

/**
 * The operations as a state machine calls them: each is answered with a decision or an exception.
 * This is the only class that makes a {@link WorkflowAuthority} (FR-5.5); an architecture rule
 * guards that.
 */
final class StepFunctionsCaller {

  private final UseCases useCases;

  StepFunctionsCaller(UseCases useCases) {
    this.useCases = useCases;
  }

  /** Adopts the execution; one that another workflow drives is not this one's to touch. */
  Decision create(Payload payload, WorkflowArn workflow) {
    return useCases
        .adopt()
        .adopt(payload.executionId(), workflow)
        .getOrElseThrow(
            () ->
                new FinalFaultException(
                    "Execution %s is driven by another workflow than %s"
                        .formatted(payload.executionId(), workflow)));
  }

  Decision startWave(Payload payload, Instant invocationEnds) {
    return useCases
        .startWave()
        .start(new StartWaveCommand(payload.executionId(), payload.waveNumber(), invocationEnds));
  }

  Decision poll(Payload payload) {
    var decision = useCases.poll().poll(payload.executionId());
    return payload.givenWaveNumber().map(decision::forWaveMachineOf).getOrElse(decision);
  }

  Decision pause(Payload payload, WorkflowArn workflow) {
    return byTheWorkflow(
        useCases
            .pause()
            .pause(
                WorkflowAuthority.ofCaller(workflow), payload.executionId(), payload.taskToken()));
  }

  Decision resume(Payload payload, WorkflowArn workflow) {
    return byTheWorkflow(
        useCases.resume().resume(WorkflowAuthority.ofCaller(workflow), payload.executionId()));
  }

  Decision update(Payload payload) {
    return useCases.update().update(payload.executionId());
  }

  /**
   * The workflow ends now. A second workflow, started by hand, must not end the execution of the
   * first one: it is refused as it was when it began.
   */
  Decision giveUp(Payload payload, WorkflowArn workflow) {
    var adopted = create(payload, workflow);
    return useCases.update().giveUp(adopted.key().executionId(), cause(payload));
  }

  private static FailureCause cause(Payload payload) {
    var error = payload.json().path("error");
    var caught =
        new CaughtError(error.path("Error").asText("unknown"), error.path("Cause").asText(""));
    return new FailureCause(
        FailureCause.WORKFLOW_ENDED, "The workflow could not go on: " + caught.inWords());
  }

  Decision finalizeExecution(Payload payload, WorkflowArn workflow) {
    return byTheWorkflow(
        useCases
            .finalization()
            .finalizeBy(WorkflowAuthority.ofCaller(workflow), payload.executionId()));
  }

  /** Any other refusal has its decision, and the workflow goes where that says. */
  private static Decision byTheWorkflow(Answer answer) {
    answer
        .refusal()
        .filter(NotTheWorkflow.class::isInstance)
        .forEach(
            refusal -> {
              throw new FinalFaultException(refusal.reason());
            });
    return answer.decision();
  }
}
