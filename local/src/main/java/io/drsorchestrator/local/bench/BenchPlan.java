package io.drsorchestrator.local.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.plan.PlanFile;

/** A plan of one wave with so many servers. */
final class BenchPlan {

  private static final String GROUP = "0f3f3a5e-1111-4a2b-9c3d-000000000001";

  private BenchPlan() {}

  static PlanFile of(int servers) {
    var root = JsonNodeFactory.instance.objectNode();
    var plan = root.putObject("plan");
    plan.put("planId", "11f1a8d2-0b1c-4f0e-9d55-5b3c8c2f7a01").put("planName", "Bench");
    var wave = plan.putArray("waves").addObject();
    wave.put("waveNumber", 0).put("waveName", "All").put("protectionGroupId", GROUP);
    ids(wave.putArray("serverIds"), servers);
    var group = root.putArray("protectionGroups").addObject();
    group.put("groupId", GROUP).put("groupName", "All").put("region", "us-east-1");
    group.put("accountId", PlanFile.ACCOUNT);
    ids(group.putArray("sourceServerIds"), servers);
    var known = root.putArray("sourceServers");
    for (int i = 0; i < servers; i++) {
      known
          .addObject()
          .put("sourceServerId", id(i))
          .put("name", "app" + i)
          .put("hostname", "app" + i);
    }
    return PlanFile.parse(root.toString());
  }

  private static void ids(ArrayNode list, int servers) {
    for (int i = 0; i < servers; i++) {
      list.add(id(i));
    }
  }

  private static String id(int server) {
    return "s-%017d".formatted(server + 1);
  }
}
