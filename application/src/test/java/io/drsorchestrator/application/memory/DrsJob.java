package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs.JobReport;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Instant;

/** A job as DRS has it; {@code launch} holds its tags. */
public record DrsJob(
    JobId id,
    DrsScope scope,
    Launch launch,
    Instant createdAt,
    Option<Instant> endedAt,
    Map<SourceServerId, LaunchStatus> servers) {

  static DrsJob start(JobId id, DrsScope scope, Launch launch, Instant now) {
    Map<SourceServerId, LaunchStatus> servers = LinkedHashMap.empty();
    for (var server : launch.serverIds()) {
      servers = servers.put(server, LaunchStatus.PENDING);
    }
    return new DrsJob(id, scope, launch, now, Option.none(), servers);
  }

  DrsJob with(SourceServerId server, LaunchStatus status) {
    return new DrsJob(id, scope, launch, createdAt, endedAt, servers.put(server, status));
  }

  DrsJob ended(Instant now) {
    return new DrsJob(id, scope, launch, createdAt, Option.some(now), servers);
  }

  boolean isActive() {
    return endedAt.isEmpty();
  }

  boolean hasAnyOf(Launch other) {
    return other.serverIds().exists(servers::containsKey);
  }

  JobReport report() {
    var status = isActive() ? "STARTED" : "COMPLETED";
    return new JobReport(
        new JobState(status, Option.some(createdAt), endedAt),
        servers.map(
            (server, word) ->
                io.vavr.API.Tuple(
                    server,
                    new JobServer(
                        word, Option.when(word.isLaunched(), ScriptedDrs.instanceIdOf(server))))));
  }
}
