package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import java.time.Duration;
import java.time.Instant;

/** The shape SourceServer at one moment. */
final class SourceServerJson {

  private static final Duration AGE = Duration.ofDays(30);

  private final RegionalDrs drs;
  private final Instant now;

  SourceServerJson(RegionalDrs drs, Instant now) {
    this.drs = drs;
    this.now = now;
  }

  JsonNode of(SourceServer server) {
    String id = server.sourceServerId();
    ObjectNode json = Json.object();
    json.put("sourceServerID", id);
    json.put("arn", server.arn());
    json.set("tags", Json.texts(drs.tags().of(server.arn())));
    drs.instances()
        .unendingOf(id)
        .filter(instance -> instance.existsAt(now))
        .ifPresent(instance -> json.put("recoveryInstanceId", instance.id()));
    json.put("lastLaunchResult", drs.lastLaunch(id).map(this::result).orElse("NOT_STARTED"));
    json.set("dataReplicationInfo", replication(server));
    json.set("lifeCycle", lifeCycle(server));
    json.set("sourceProperties", properties(server));
    ObjectNode staging = json.putObject("stagingArea");
    staging.put("status", "NOT_EXTENDED").put("stagingAccountID", server.location().accountId());
    json.putObject("sourceCloudProperties");
    json.put("replicationDirection", "FAILOVER");
    json.put("agentVersion", "6.0.0");
    return json;
  }

  private String result(LastLaunch last) {
    return switch (last.statusAt(now, drs.instances())) {
      case PENDING, IN_PROGRESS -> "PENDING";
      case LAUNCHED, TERMINATED -> "SUCCEEDED";
      case FAILED -> "FAILED";
    };
  }

  private ObjectNode replication(SourceServer server) {
    ObjectNode json = Json.object();
    json.put("dataReplicationState", server.replicationState().name());
    json.put("lagDuration", server.lag().toString());
    json.putArray("replicatedDisks");
    return json;
  }

  private ObjectNode lifeCycle(SourceServer server) {
    String added = Json.date(drs.since().minus(AGE));
    ObjectNode json = Json.object();
    json.put("addedToServiceDateTime", added);
    json.put("firstByteDateTime", added);
    json.put(
        "elapsedReplicationDuration", Duration.between(drs.since().minus(AGE), now).toString());
    json.put("lastSeenByServiceDateTime", Json.date(now));
    drs.lastLaunch(server.sourceServerId())
        .ifPresent(last -> json.set("lastLaunch", lastLaunch(last)));
    return json;
  }

  private ObjectNode lastLaunch(LastLaunch last) {
    ObjectNode json = Json.object();
    ObjectNode initiated = json.putObject("initiated");
    initiated.put("apiCallDateTime", Json.date(last.job().header().createdAt()));
    initiated.put("jobID", last.job().header().jobId());
    initiated.put("type", last.type());
    json.put("status", last.statusAt(now, drs.instances()).name());
    return json;
  }

  private ObjectNode properties(SourceServer server) {
    ObjectNode json = MachineJson.of(server, server.identity().ipAddress());
    json.put("recommendedInstanceType", server.machine().instanceType());
    json.put("supportsNitroInstances", true);
    json.put("lastUpdatedDateTime", Json.date(drs.since()));
    return json;
  }
}
