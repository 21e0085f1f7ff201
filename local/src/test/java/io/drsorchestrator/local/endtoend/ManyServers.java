package io.drsorchestrator.local.endtoend;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.size.PlanSize;
import io.drsorchestrator.local.aws.Servers;
import io.drsorchestrator.local.plan.PlanFile;
import io.vavr.collection.Vector;
import java.util.stream.IntStream;

/** Plans of many servers, each wave with as many as one job can launch. */
final class ManyServers {

  private static final String GROUP = "0f3f3a5e-1111-4a2b-9c3d-000000000009";

  private ManyServers() {}

  /** How large {@link #inWavesOf} is for those who count it before a start. */
  static PlanSize size(int... sizes) {
    var texts = Vector.range(0, sizes.length).flatMap(n -> Vector.of("Wave " + n, GROUP));
    return PlanSize.of(Vector.ofAll(sizes), texts.append("Many"));
  }

  /** So many waves with as many servers as are accepted, evenly. */
  static int[] most(int waves) {
    return evenly(waves, Math.min(size(new int[waves]).mostServers(), waves * 100));
  }

  static int[] evenly(int waves, int servers) {
    return IntStream.range(0, waves).map(n -> (servers + n) / waves).toArray();
  }

  /** A plan whose waves have so many servers. */
  static PlanFile inWavesOf(int... sizes) {
    var file = JsonNodeFactory.instance.objectNode();
    var plan = file.putObject("plan");
    plan.put("planId", "11f1a8d2-0b1c-4f0e-9d55-5b3c8c2f7a09").put("planName", "Many");
    var waves = plan.putArray("waves");
    int first = 1;
    for (int n = 0; n < sizes.length; n++) {
      waves.add(wave(n, first, sizes[n]));
      first += sizes[n];
    }
    file.putArray("protectionGroups")
        .addObject()
        .put("groupId", GROUP)
        .put("groupName", "Many")
        .put("region", "us-east-1");
    var servers = file.putArray("sourceServers");
    IntStream.range(1, first).forEach(n -> servers.add(server(n)));
    return PlanFile.parse(file.toString());
  }

  private static ObjectNode wave(int number, int first, int size) {
    var wave =
        JsonNodeFactory.instance
            .objectNode()
            .put("waveNumber", number)
            .put("waveName", "Wave " + number)
            .put("protectionGroupId", GROUP)
            .put("pauseBeforeWave", false);
    var ids = wave.putArray("serverIds");
    IntStream.range(first, first + size).mapToObj(Servers::id).forEach(ids::add);
    return wave;
  }

  private static ObjectNode server(int number) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sourceServerId", Servers.id(number))
        .put("name", "server" + number);
  }
}
