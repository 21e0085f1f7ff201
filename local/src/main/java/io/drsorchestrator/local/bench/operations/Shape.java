package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;

/** A plan of so many waves, with so many servers in all of them together. */
record Shape(int waves, int servers) {

  String inWords() {
    return "%d waves, %d servers".formatted(waves, servers);
  }

  /** A plan of that shape, the servers as evenly spread as may be, each a new one of the fleet. */
  ObjectNode plan(String planId, Fleet fleet) {
    var plan = JsonNodeFactory.instance.objectNode();
    plan.put("planId", planId).put("planName", "Bench " + waves + " " + servers);
    var all = plan.putArray("waves");
    for (int n = 0; n < waves; n++) {
      var wave = all.addObject();
      wave.put("waveNumber", n).put("waveName", "Wave " + (n + 1));
      wave.put("protectionGroupId", fleet.group()).put("pauseBeforeWave", false);
      var ids = wave.putArray("serverIds");
      IntStream.range(0, (servers + n) / waves).forEach(any -> ids.add(fleet.quick()));
    }
    return plan;
  }
}
