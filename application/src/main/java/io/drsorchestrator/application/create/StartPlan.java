package io.drsorchestrator.application.create;

import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.control.Option;

/**
 * The command to start a recovery plan.
 *
 * @param executionId given by callers who want to repeat the command safely
 * @param initiatedBy whom the caller names
 * @param request who the caller is, as far as he has proved it, and why he starts the plan
 * @param account what the caller believes; whether it is our own account is never taken from it
 */
public record StartPlan(
    Option<ExecutionId> executionId,
    PlanId plan,
    ExecutionType type,
    String initiatedBy,
    OperatorRequest request,
    Option<AccountContext> account) {

  /** The same command, which can be repeated safely if it has an id. */
  public StartPlan withId(Option<ExecutionId> id) {
    return new StartPlan(id, plan, type, initiatedBy, request, account);
  }
}
