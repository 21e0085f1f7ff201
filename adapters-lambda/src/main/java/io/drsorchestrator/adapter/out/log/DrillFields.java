package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;

/** What a line says of the instances that a drill has left. */
final class DrillFields {

  private DrillFields() {}

  static ObjectNode of(DrillInstancesLive event) {
    var fields = JsonNodeFactory.instance.objectNode();
    fields.put("reminder", event.reminder().count());
    fields.put("liveInstances", event.instances().size());
    event.ended().forEach(at -> fields.put("endedAt", at.toString()));
    event.terminationRequested().forEach(at -> fields.put("requestedAt", at.toString()));
    var instances = fields.putArray("instances");
    event.instances().forEach(instance -> put(instances.addObject(), instance));
    return fields;
  }

  private static void put(ObjectNode json, LaunchedInstance instance) {
    instance.instanceId().forEach(id -> json.put("instanceId", Texts.line(id)));
    instance.serverId().forEach(id -> json.put("serverId", Texts.line(id)));
    instance.accountId().forEach(id -> json.put("accountId", Texts.line(id)));
    instance.region().forEach(region -> json.put("region", Texts.line(region)));
    json.put("wave", instance.wave().value());
    instance.since().forEach(time -> json.put("since", time.toString()));
  }
}
