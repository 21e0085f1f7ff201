package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.execution.PlanId;

/** Why nobody can say which instances the servers of a plan have (contract 3.14). */
public sealed interface CheckRefusal {

  record PlanNotFound(PlanId plan) implements CheckRefusal {}

  record CheckFailed(String reason) implements CheckRefusal {}
}
