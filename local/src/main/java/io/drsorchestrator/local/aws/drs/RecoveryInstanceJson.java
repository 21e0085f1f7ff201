package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import java.time.Instant;

/** The shape RecoveryInstance at one moment. */
final class RecoveryInstanceJson {

  private RecoveryInstanceJson() {}

  static JsonNode of(RecoveryInstance instance, Tags tags, Instant now) {
    ObjectNode json = Json.object();
    json.put("recoveryInstanceID", instance.id());
    json.put("ec2InstanceID", instance.id());
    json.put("ec2InstanceState", instance.stateAt(now).drsName());
    json.put("jobID", instance.jobId());
    json.put("sourceServerID", instance.server().sourceServerId());
    json.put("arn", instance.arn());
    json.set("tags", Json.texts(tags.of(instance.arn())));
    json.put("isDrill", instance.drill());
    json.put("pointInTimeSnapshotDateTime", Json.date(instance.snapshotTakenAt()));
    json.put("originEnvironment", "ON_PREMISES");
    json.put("agentVersion", "6.0.0");
    json.putObject("failback").put("state", "FAILBACK_NOT_STARTED");
    json.putObject("dataReplicationInfo").put("dataReplicationState", "NOT_STARTED");
    ObjectNode properties = MachineJson.of(instance.server(), instance.privateIp());
    properties.put("lastUpdatedDateTime", Json.date(instance.namedInDrsAt()));
    json.set("recoveryInstanceProperties", properties);
    return json;
  }
}
