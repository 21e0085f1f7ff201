package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.plan.PlanFile;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The source servers of the bench in one Region, each for one launch: most launch at once, and a
 * job with one of the others never ends, so that its wave can be polled for as long as one likes.
 */
final class Fleet {

  private static final List<String> REGIONS = List.of("us-east-1", "us-west-2");
  private static final int QUICK = 3000;
  private static final int ENDLESS = 200;
  private static final String SCENARIO =
      """
      {"timings": {"startSeconds": [0, 0], "cleanupSeconds": [0, 0], "pendingSeconds": [0, 0],
                   "inProgressSeconds": [0, 0], "endSeconds": [0, 0], "namingSeconds": [0, 0]},
       "servers": [{"match": "endless*", "stuckAt": "launch"}]}
      """;

  private final int region;
  private final AtomicInteger quick = new AtomicInteger();
  private final AtomicInteger endless = new AtomicInteger();

  private Fleet(int region) {
    this.region = region;
  }

  static Fleet first() {
    return new Fleet(0);
  }

  /** For many jobs that never end: 20 are what a Region takes. */
  static Fleet second() {
    return new Fleet(1);
  }

  /** The protection group of all of them. */
  String group() {
    return "0f3f3a5e-1111-4a2b-9c3d-00000000000" + region;
  }

  /** A server that nobody has had yet. */
  String quick() {
    return quickId(quick.incrementAndGet());
  }

  String endless() {
    return endlessId(endless.incrementAndGet());
  }

  private String quickId(int number) {
    return "s-%d%016d".formatted(region, number);
  }

  private String endlessId(int number) {
    return "s-9%d%015d".formatted(region, number);
  }

  /** All of them, and a plan that nobody starts. */
  static PlanFile plan() {
    var root = JsonNodeFactory.instance.objectNode();
    var plan = root.putObject("plan").put("planId", "bench").put("planName", "Bench");
    var wave = plan.putArray("waves").addObject();
    wave.put("waveNumber", 0).put("waveName", "All");
    wave.put("protectionGroupId", first().group()).putArray("serverIds").add(first().quick());
    root.putArray("protectionGroups").add(first().groupItem()).add(second().groupItem());
    var servers = root.putArray("sourceServers");
    first().addTo(servers);
    second().addTo(servers);
    root.set("scenario", Json.parse(SCENARIO));
    return PlanFile.parse(root.toString());
  }

  private ObjectNode groupItem() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("groupId", group())
        .put("groupName", "All")
        .put("region", REGIONS.get(region))
        .put("accountId", PlanFile.ACCOUNT);
  }

  private void addTo(ArrayNode servers) {
    IntStream.rangeClosed(1, QUICK).forEach(n -> add(servers, quickId(n), "app" + n));
    IntStream.rangeClosed(1, ENDLESS).forEach(n -> add(servers, endlessId(n), "endless" + n));
  }

  private void add(ArrayNode servers, String id, String name) {
    servers
        .addObject()
        .put("sourceServerId", id)
        .put("name", name)
        .put("hostname", name)
        .put("region", REGIONS.get(region));
  }
}
