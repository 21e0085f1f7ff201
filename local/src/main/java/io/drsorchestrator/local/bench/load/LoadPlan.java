package io.drsorchestrator.local.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.plan.PlanFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A plan of three waves with three servers each, in one account and Region. */
record LoadPlan(int number, String account, String region, Fate fate) {

  static final int WAVES = 3;

  private static final int SERVERS = 3;
  private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

  /** Quick launches; now and then a call is throttled, and some servers do not come up. */
  private static final String SCENARIO =
      """
      {"timings": {"startSeconds": [1, 5], "cleanupSeconds": [1, 2], "pendingSeconds": [20, 40],
                   "inProgressSeconds": [20, 40], "endSeconds": [10, 15]},
       "servers": [{"match": "failing*", "fail": {"at": "launch", "reason": "InsufficientInstanceCapacity"}}],
       "faults": [{"service": "drs", "operation": "DescribeJobs", "effect": "throttle", "probability": 0.02},
                  {"service": "ec2", "operation": "DescribeInstances", "effect": "throttle", "probability": 0.02}]}
      """;

  static LoadPlan of(int number, int accounts) {
    var account = "44445555%04d".formatted(number % accounts + 1);
    // By turns: a Region takes 20 jobs of an account.
    var region = REGIONS.get(number / accounts % REGIONS.size());
    return new LoadPlan(number, account, region, Fate.of(number));
  }

  PlanFile file() {
    var file = JsonNodeFactory.instance.objectNode();
    var plan = file.putObject("plan");
    plan.put("planId", id("plan")).put("planName", "Site " + number);
    for (int wave = 0; wave < WAVES; wave++) {
      plan.withArray("waves").add(wave(wave));
    }
    var group = file.putArray("protectionGroups").addObject();
    group.put("groupId", id("group")).put("groupName", "All of " + number);
    group.put("region", region).put("accountId", account);
    file.putArray("targetAccounts")
        .addObject()
        .put("accountId", account)
        .put("assumeRoleName", "RecoveryRole")
        .put("externalId", "external-" + account);
    for (int server = 0; server < WAVES * SERVERS; server++) {
      file.withArray("sourceServers").add(server(server));
    }
    file.set("scenario", scenario());
    return PlanFile.parse(file.toString());
  }

  private String id(String what) {
    return UUID.nameUUIDFromBytes((what + number).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private ObjectNode wave(int wave) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("waveNumber", wave).put("waveName", "Wave " + (wave + 1));
    json.put("protectionGroupId", id("group"));
    json.put("pauseBeforeWave", fate.hasGate() && wave == Fate.WAVE);
    for (int server = wave * SERVERS; server < (wave + 1) * SERVERS; server++) {
      json.withArray("serverIds").add(serverId(server));
    }
    return json;
  }

  private ObjectNode server(int server) {
    var fails = fate == Fate.FAILS && server == Fate.WAVE * SERVERS;
    return JsonNodeFactory.instance
        .objectNode()
        .put("sourceServerId", serverId(server))
        .put("name", (fails ? "failing" : "app") + number + "-" + server)
        .put("accountId", account)
        .put("region", region);
  }

  private String serverId(int server) {
    return "s-%017d".formatted(number * 100 + server + 1);
  }

  private static JsonNode scenario() {
    try {
      return new ObjectMapper().readTree(SCENARIO);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
