package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.instances.CheckRefusal;
import io.drsorchestrator.application.instances.CheckRefusal.CheckFailed;
import io.drsorchestrator.application.instances.ExistingInstances;
import io.drsorchestrator.application.instances.ExistingInstances.Existing;
import io.drsorchestrator.application.instances.ExistingInstances.Origin;
import io.drsorchestrator.application.port.RecoveryInstances.Machine;
import io.drsorchestrator.domain.execution.PlanId;

/** The recovery instances that the servers of a plan have already (contract 3.14). */
final class ExistingInstanceJson {

  private ExistingInstanceJson() {}

  static ObjectNode refused(PlanId plan, CheckRefusal refusal) {
    return refusal instanceof CheckFailed failed
        ? ApiResponse.of(500, error(plan, "CHECK_FAILED", failed.reason()))
        : ApiResponse.of(
            404,
            error(
                plan,
                "RECOVERY_PLAN_NOT_FOUND",
                "Recovery plan with ID %s not found".formatted(plan)));
  }

  private static ObjectNode error(PlanId plan, String code, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", code)
        .put("message", message)
        .put("planId", plan.value());
  }

  static ObjectNode of(PlanId plan, ExistingInstances existing) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("hasExistingInstances", existing.instances().nonEmpty());
    var elements = body.putArray("existingInstances");
    existing.instances().map(ExistingInstanceJson::element).forEach(elements::add);
    if (existing.hasServers()) {
      body.put("instanceCount", existing.instances().size());
    }
    return body.put("planId", plan.value());
  }

  private static ObjectNode element(Existing existing) {
    var instance = existing.instance();
    var element =
        JsonNodeFactory.instance
            .objectNode()
            .put("sourceServerId", instance.server().value())
            .put("recoveryInstanceId", instance.recoveryInstanceId())
            .put("ec2InstanceId", instance.ec2InstanceId())
            .put("ec2InstanceState", instance.state())
            .put("sourceExecutionId", existing.origin().map(Origin::executionId).getOrNull())
            .put("sourcePlanName", existing.origin().map(Origin::planName).getOrNull())
            .put("region", existing.region());
    existing.machine().forEach(machine -> describe(machine, element));
    return element;
  }

  private static void describe(Machine machine, ObjectNode element) {
    machine.name().forEach(name -> element.put("name", name));
    machine.privateIp().forEach(address -> element.put("privateIp", address));
    machine.publicIp().forEach(address -> element.put("publicIp", address));
    machine.instanceType().forEach(type -> element.put("instanceType", type));
    machine.launchTime().forEach(time -> element.put("launchTime", time.toString()));
  }
}
