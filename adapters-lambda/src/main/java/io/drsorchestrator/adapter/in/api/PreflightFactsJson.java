package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.create.LimitRefusal;
import io.drsorchestrator.application.create.PreflightFacts;
import io.drsorchestrator.application.create.PreflightFacts.RegionFact;
import io.drsorchestrator.application.create.PreflightFacts.ServerFact;
import io.drsorchestrator.application.create.PreflightFacts.WaveFact;
import io.drsorchestrator.application.create.TargetWave;
import io.drsorchestrator.application.create.WorkflowBudget;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;

/** What is known of a plan and its servers before a start. */
final class PreflightFactsJson {

  /** What DynamoDB takes as one item. */
  private static final int MAX_ITEM_BYTES = 400 * 1024;

  private PreflightFactsJson() {}

  static void add(PreflightFacts facts, ObjectNode body) {
    var waves = body.putArray("waves");
    facts.waves().forEach(wave -> wave(waves.addObject(), wave));
    var servers = body.putArray("servers");
    facts.servers().forEach(server -> server(servers.addObject(), server));
    var regions = body.putArray("regions");
    facts.regions().forEach(region -> region(regions.addObject(), region));
    var limits = body.putObject("limits");
    facts.itemBytes().forEach(bytes -> limits.put("itemBytes", bytes));
    limits
        .put("maxItemBytes", MAX_ITEM_BYTES)
        .put("executionHistoryEvents", facts.budget().execution())
        .put("waveHistoryEvents", facts.budget().wave())
        .put("maxHistoryEvents", WorkflowBudget.LIMIT);
  }

  private static void wave(ObjectNode json, WaveFact wave) {
    json.put("waveNumber", wave.plan().number().value());
    json.put("waveName", wave.plan().name());
    json.put("pauseBeforeWave", wave.plan().pauseBeforeWave());
    wave.target().map(TargetWave::scope).forEach(scope -> scope(json, scope));
    wave.target().forEach(target -> json.put("serverCount", target.servers().size()));
  }

  private static void server(ObjectNode json, ServerFact server) {
    json.put("serverId", server.server().value());
    scope(json, server.scope());
    server
        .replication()
        .filter(known -> !known.state().isBlank())
        .forEach(known -> replication(json, known));
    server
        .live()
        .forEach(
            live -> {
              json.put("recoveryInstanceId", live.instanceId());
              live.since().forEach(at -> json.put("recoveryInstanceSince", at.getEpochSecond()));
            });
  }

  private static void replication(ObjectNode json, Replication known) {
    json.put("hostname", known.hostname());
    json.put("replicationState", known.state());
    known.lag().forEach(lag -> json.put("lagDuration", lag));
    known.lastSeen().forEach(time -> json.put("lastSeenDateTime", time));
  }

  private static void region(ObjectNode json, RegionFact region) {
    scope(json, region.scope())
        .put("currentJobs", region.jobs())
        .put("maxJobs", LimitRefusal.MAX_JOBS)
        .put("currentServersInJobs", region.serversInJobs())
        .put("largestWave", region.largestWave())
        .put("maxServers", LimitRefusal.MAX_SERVERS_IN_JOBS);
  }

  private static ObjectNode scope(ObjectNode json, DrsScope scope) {
    return json.put("accountId", scope.account().accountId()).put("region", scope.region());
  }
}
