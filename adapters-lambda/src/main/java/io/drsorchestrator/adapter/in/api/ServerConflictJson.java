package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.create.ServerConflict;
import io.drsorchestrator.application.create.ServerConflict.InExecution;
import io.drsorchestrator.application.create.ServerConflict.InJob;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;
import java.util.function.Function;

/** The further fields of SERVER_CONFLICT: each server, and by whom it is held (contract 3.3). */
final class ServerConflictJson {

  private ServerConflictJson() {}

  static void add(ServerConflict conflict, ObjectNode body) {
    var conflicts = body.putArray("conflicts");
    conflict.inExecutions().forEach(one -> inExecution(conflicts.addObject(), one));
    conflict.inJobs().forEach(one -> inJob(conflicts.addObject(), one));
    var executions = body.putArray("conflictingExecutions");
    grouped(conflict.inExecutions(), InExecution::execution)
        .forEach(
            one -> {
              var json = executions.addObject();
              json.put("executionId", one.head().execution().executionId().value());
              json.put("planId", one.head().execution().planId().value());
              servers(json, one.map(InExecution::server));
            });
    jobs(conflict, body.putArray("conflictingDrsJobs"));
  }

  private static void jobs(ServerConflict conflict, ArrayNode jobs) {
    grouped(conflict.inJobs(), InJob::job)
        .forEach(
            one -> {
              var json = jobs.addObject();
              json.put("jobId", one.head().job().value());
              json.put("jobStatus", one.head().jobStatus());
              servers(json, one.map(InJob::server));
            });
  }

  /** In the order in which they were found. */
  private static <T, K> Vector<Vector<T>> grouped(Vector<T> all, Function<T, K> key) {
    return all.map(key).distinct().map(k -> all.filter(one -> key.apply(one).equals(k)));
  }

  private static void servers(ObjectNode json, Vector<SourceServerId> servers) {
    servers.distinct().forEach(server -> json.withArray("servers").add(server.value()));
  }

  private static void inExecution(ObjectNode json, InExecution one) {
    json.put("serverId", one.server().value());
    json.put("waveName", one.waveName());
    json.put("conflictingExecutionId", one.execution().executionId().value());
    json.put("conflictingPlanId", one.execution().planId().value());
    json.put("conflictingWaveName", one.conflictingWave());
    json.put("conflictingStatus", one.status().name());
    json.put("conflictSource", "execution");
  }

  private static void inJob(ObjectNode json, InJob one) {
    json.put("serverId", one.server().value());
    json.put("waveName", one.waveName());
    json.put("conflictingJobId", one.job().value());
    json.put("conflictingJobStatus", one.jobStatus());
    json.put("conflictingLaunchStatus", one.launchStatus());
    json.put("conflictSource", "drs_job");
  }
}
