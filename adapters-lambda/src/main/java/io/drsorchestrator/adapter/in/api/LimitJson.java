package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.create.LimitRefusal;
import io.drsorchestrator.application.create.LimitRefusal.PlanTooLarge;
import io.drsorchestrator.application.create.LimitRefusal.TooManyJobs;
import io.drsorchestrator.application.create.LimitRefusal.TooManyServersInJobs;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers.Unhealthy;
import io.drsorchestrator.application.create.LimitRefusal.WavesTooLarge;
import io.drsorchestrator.application.create.TargetWave;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.size.PlanSize;

/** The further fields of what DRS would not launch, with its numbers (contract 3.3). */
final class LimitJson {

  private LimitJson() {}

  static void add(LimitRefusal limit, ObjectNode body) {
    if (limit instanceof WavesTooLarge large) {
      var errors = body.putArray("errors");
      large.waves().forEach(wave -> tooLarge(errors.addObject(), wave));
      body.put("limit", LimitRefusal.MAX_SERVERS_PER_WAVE);
    } else if (limit instanceof PlanTooLarge plan) {
      size(plan.size(), body);
    } else if (limit instanceof TooManyJobs many) {
      scope(body, many.scope())
          .put("currentJobs", many.jobs().size())
          .put("maxJobs", LimitRefusal.MAX_JOBS);
      var jobs = body.putArray("activeJobs");
      many.jobs().forEach(job -> job(jobs.addObject(), job));
    } else if (limit instanceof TooManyServersInJobs many) {
      scope(body, many.scope())
          .put("currentServersInJobs", many.inJobs())
          .put("newServerCount", many.largestWave())
          .put("totalAfterNew", many.total())
          .put("maxServers", LimitRefusal.MAX_SERVERS_IN_JOBS);
    } else if (limit instanceof UnhealthyServers sick) {
      var servers = body.putArray("unhealthyServers");
      sick.servers().forEach(server -> unhealthy(servers.addObject(), server));
      body.put("healthyCount", sick.healthyCount()).put("unhealthyCount", sick.servers().size());
    }
  }

  private static ObjectNode scope(ObjectNode body, DrsScope scope) {
    return body.put("accountId", scope.account().accountId()).put("region", scope.region());
  }

  private static void size(PlanSize plan, ObjectNode body) {
    body.put("waveCount", plan.waves()).put("maxWaves", PlanSize.MOST_WAVES);
    body.put("serverCount", plan.servers()).put("maxServers", plan.mostServers());
    body.put("bytes", plan.bytes()).put("maxBytes", PlanSize.MOST_BYTES);
  }

  private static void tooLarge(ObjectNode json, TargetWave wave) {
    json.put("type", "WAVE_SIZE_EXCEEDED");
    json.put("wave", wave.plan().name());
    json.put("waveIndex", wave.plan().number().ordinal());
    json.put("serverCount", wave.servers().size());
    json.put("limit", LimitRefusal.MAX_SERVERS_PER_WAVE);
    json.put("message", WavesTooLarge.message(wave));
  }

  private static void job(ObjectNode json, ActiveJob job) {
    json.put("jobId", job.job().value());
    json.put("status", job.status());
    json.put("type", job.type());
    json.put("serverCount", job.servers().size());
  }

  /** DRS has no state of a server's life: contract 7.6. */
  private static void unhealthy(ObjectNode json, Unhealthy server) {
    json.put("serverId", server.server().value());
    json.put("hostname", server.hostname());
    json.put("replicationState", server.state());
    json.put("lifecycleState", "UNKNOWN");
    json.put("reason", server.reason());
  }
}
