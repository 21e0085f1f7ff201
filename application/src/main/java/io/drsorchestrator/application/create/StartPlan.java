package io.drsorchestrator.application.create;

import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.control.Option;

/**
 * The command to start a recovery plan.
 *
 * @param executionId given by callers who want to repeat the command safely
 * @param account absent for the account of the orchestrator
 */
public record StartPlan(
    Option<ExecutionId> executionId,
    PlanId plan,
    ExecutionType type,
    String initiatedBy,
    Option<AccountContext> account) {}
