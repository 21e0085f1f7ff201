package io.drsorchestrator.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A plan of waves with one server each, as a case wants it. */
record Sketch(List<Wave> waves) {

  /** One wave of one server, with or without a gate before it. */
  record Wave(String server, String region, boolean gate) {

    String group() {
      return "conformance-" + server;
    }
  }

  List<String> servers() {
    return waves.stream().map(Wave::server).toList();
  }

  Sketch withGateBefore(int wave) {
    var old = waves.get(wave);
    return with(wave, new Wave(old.server(), old.region(), true));
  }

  Sketch withServer(int wave, String server) {
    var old = waves.get(wave);
    return with(wave, new Wave(server, old.region(), old.gate()));
  }

  Sketch inRegion(int wave, String region) {
    var old = waves.get(wave);
    return with(wave, new Wave(old.server(), region, old.gate()));
  }

  private Sketch with(int number, Wave wave) {
    var changed = new ArrayList<>(waves);
    changed.set(number, wave);
    return new Sketch(List.copyOf(changed));
  }

  /** The item of the plan (contract 2.9). */
  ObjectNode plan(String planId) {
    var plan = Json.object().put("planId", planId).put("planName", "Conformance");
    plan.putArray("waves").addAll(IntStream.range(0, waves.size()).mapToObj(this::wave).toList());
    return plan;
  }

  /** A wave of the plan, which in the item of an execution has a status besides. */
  ObjectNode wave(int number) {
    var wave = waves.get(number);
    var json =
        Json.object()
            .put("waveNumber", number)
            .put("waveName", "Wave " + (number + 1))
            .put("waveDescription", "")
            .put("protectionGroupId", wave.group())
            .put("pauseBeforeWave", wave.gate());
    json.set("serverIds", Json.texts(List.of(wave.server())));
    return json;
  }

  /** The item of an execution that has not begun (contract 2.2). */
  ObjectNode item(String executionId, String planId, long startTime) {
    var item =
        Json.object()
            .put("executionId", executionId)
            .put("planId", planId)
            .put("planName", "Conformance")
            .put("executionType", "DRILL")
            .put("status", "PENDING")
            .put("startTime", startTime)
            .put("initiatedBy", "conformance")
            .put("totalWaves", waves.size());
    item.putArray("waves")
        .addAll(
            IntStream.range(0, waves.size())
                .mapToObj(n -> wave(n).put("status", "PENDING"))
                .toList());
    return item;
  }
}
