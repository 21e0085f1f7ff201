package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.instances.LaunchingServer;
import io.drsorchestrator.application.instances.ListInstances.InstanceList;
import io.drsorchestrator.application.instances.OwnInstance;
import io.drsorchestrator.domain.execution.ExecutionId;

/** The recovery instances of an execution (contract 3.9). */
final class InstanceJson {

  private InstanceJson() {}

  static ObjectNode list(ExecutionId id, InstanceList found) {
    var body = JsonNodeFactory.instance.objectNode().put("executionId", id.value());
    var elements = body.putArray("instances");
    found.instances().map(InstanceJson::element).forEach(elements::add);
    body.put("totalInstances", found.instances().size()).put("message", message(found));
    if (found.launching().nonEmpty()) {
      var launching = body.putArray("launchingServers");
      found.launching().map(InstanceJson::element).forEach(launching::add);
    }
    return body;
  }

  private static String message(InstanceList found) {
    if (found.instances().nonEmpty()) {
      return "Found %d recovery instances".formatted(found.instances().size());
    }
    return found.hasWaves() ? "No recovery instances found" : "No waves found in execution";
  }

  private static ObjectNode element(OwnInstance own) {
    var instance = own.instance();
    return JsonNodeFactory.instance
        .objectNode()
        .put("instanceId", instance.ec2InstanceId())
        .put("recoveryInstanceId", instance.recoveryInstanceId())
        .put("sourceServerId", instance.server().value())
        .put("region", own.scope().region())
        .put("waveName", own.waveName())
        .put("waveNumber", own.waveNumber())
        .put("jobId", own.job().value())
        .put("status", own.launchStatus())
        .put("serverName", own.serverName())
        .put("ec2InstanceState", instance.state());
  }

  private static ObjectNode element(LaunchingServer server) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sourceServerId", server.server().value())
        .put("region", server.region())
        .put("waveName", server.waveName())
        .put("waveNumber", server.waveNumber())
        .put("jobId", server.job().value());
  }
}
