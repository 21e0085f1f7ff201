package io.drsorchestrator.adapter.in.lambda;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.wave.StartWaveCommand;
import io.drsorchestrator.domain.execution.CallbackToken;
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

  Decision pause(Payload payload, WorkflowArn workflow, String taskToken) {
    return useCases
        .pause()
        .pause(
            WorkflowAuthority.ofCaller(workflow),
            payload.executionId(),
            new CallbackToken(taskToken))
        .decision();
  }

  Decision resume(Payload payload, WorkflowArn workflow) {
    return useCases
        .resume()
        .resume(WorkflowAuthority.ofCaller(workflow), payload.executionId())
        .decision();
  }

  /** Reads again after an error; with {@code giveUp}, the workflow ends now. */
  Decision update(Payload payload) {
    return payload.json().path("giveUp").asBoolean(false)
        ? useCases.update().giveUp(payload.executionId(), cause(payload))
        : useCases.update().update(payload.executionId());
  }

  private static FailureCause cause(Payload payload) {
    var error = payload.json().path("error");
    var message =
        "The workflow could not go on: %s %s"
            .formatted(error.path("Error").asText("unknown"), error.path("Cause").asText(""));
    return new FailureCause(
        FailureCause.WORKFLOW_ENDED, message.substring(0, Math.min(1000, message.length())));
  }

  Decision finalizeExecution(Payload payload, WorkflowArn workflow) {
    var answer =
        useCases
            .finalization()
            .finalizeBy(WorkflowAuthority.ofCaller(workflow), payload.executionId());
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
