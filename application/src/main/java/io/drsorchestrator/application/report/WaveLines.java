package io.drsorchestrator.application.report;

import io.drsorchestrator.application.read.StoredFields;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;

/** What became of each wave and of each of its servers, and when. */
final class WaveLines {

  private static final String LAUNCHED = "LAUNCHED";

  private final Vector<StoredFields> waves;

  WaveLines(StoredFields execution) {
    this.waves = execution.maps("waves");
  }

  List<Map<String, Object>> asList() {
    return waves.zipWithIndex((wave, number) -> wave(wave, number)).asJava();
  }

  private static Map<String, Object> wave(StoredFields wave, int number) {
    var start = StoredTimes.of(wave, "startTime");
    var end = StoredTimes.of(wave, "endTime");
    return new Lines()
        .put("waveNumber", number)
        .texts(wave, "waveName", "status", "region", "jobId", "statusMessage", "launchWarning")
        .put("hasGate", wave.flag("pauseBeforeWave"))
        .put("startTime", start)
        .put("endTime", end)
        .put("seconds", StoredTimes.between(start, end))
        .put("servers", wave.maps("serverStatuses").map(s -> server(s, start)).asJava())
        .all();
  }

  private static Map<String, Object> server(StoredFields server, Option<Long> start) {
    var launched = StoredTimes.of(server, "launchTime");
    return new Lines()
        .texts(server, "sourceServerId", "serverName", "launchStatus", "instanceId", "privateIp")
        .texts(server, "instanceType", "error")
        .put("launchTime", launched)
        .put("seconds", StoredTimes.between(start, launched))
        .all();
  }

  /** What failed and why: servers that are not launched in waves that failed, and those waves. */
  List<Map<String, Object>> failures() {
    return waves.zipWithIndex().flatMap(wave -> failures(wave._1, wave._2)).asJava();
  }

  private static Vector<Map<String, Object>> failures(StoredFields wave, int number) {
    if (!wave.text("status").exists(status -> status.equals("FAILED"))) {
      return Vector.empty();
    }
    var itself =
        new Lines()
            .put("waveNumber", number)
            .texts(wave, "waveName")
            .put("reason", wave.text("statusMessage").getOrElse("unknown"))
            .all();
    return Vector.of(itself)
        .appendAll(
            wave.maps("serverStatuses")
                .filter(server -> !server.text("launchStatus").contains(LAUNCHED))
                .map(server -> failure(server, number)));
  }

  private static Map<String, Object> failure(StoredFields server, int number) {
    return new Lines()
        .put("waveNumber", number)
        .texts(server, "sourceServerId", "serverName")
        .put(
            "reason", server.text("error").orElse(server.text("launchStatus")).getOrElse("unknown"))
        .all();
  }

  int servers() {
    return waves.map(wave -> wave.maps("serverStatuses").size()).sum().intValue();
  }

  int launchedServers() {
    return waves
        .flatMap(wave -> wave.maps("serverStatuses"))
        .count(server -> server.text("launchStatus").contains(LAUNCHED));
  }

  int completed() {
    return waves.count(wave -> wave.text("status").exists("COMPLETED"::equals));
  }
}
