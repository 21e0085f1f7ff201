package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;

/** The shape Job. */
final class JobJson {

  private JobJson() {}

  static JsonNode of(JobState job) {
    ObjectNode json = Json.object();
    json.put("jobID", job.jobId());
    json.put("arn", job.location().arn("drs", "job/" + job.jobId()));
    json.put("type", job.type().name());
    json.put("initiatedBy", job.initiatedBy());
    json.put("creationDateTime", Json.date(job.createdAt()));
    job.endedAt().ifPresent(end -> json.put("endDateTime", Json.date(end)));
    json.put("status", job.status().name());
    ArrayNode servers = json.putArray("participatingServers");
    job.participants().forEach(server -> servers.add(of(server)));
    json.putArray("participatingResources");
    json.set("tags", Json.texts(job.tags()));
    return json;
  }

  private static JsonNode of(Participant server) {
    ObjectNode json = Json.object();
    json.put("sourceServerID", server.sourceServerId());
    json.put("launchStatus", server.launchStatus().name());
    server.recoveryInstanceId().ifPresent(id -> json.put("recoveryInstanceID", id));
    return json;
  }
}
