package io.drsorchestrator.local.stepfunctions;

import io.drsorchestrator.local.asl.StateMachineDefinition;
import java.time.Instant;

/** A state machine that executions can be started of. */
public record StateMachine(
    String arn, String name, String roleArn, Instant created, StateMachineDefinition definition) {}
