package io.drsorchestrator.application.report;

import io.drsorchestrator.application.read.StoredFields;
import io.drsorchestrator.application.read.StoredStatus;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A report, put together from a stored item whoever wrote it. Times are seconds of the epoch. */
final class RecoveryReport {

  private RecoveryReport() {}

  static Map<String, Object> of(
      Map<String, Object> item, Option<Duration> target, Instant instant) {
    var stored = new StoredFields(item);
    var now = instant.getEpochSecond();
    var waits = new OperatorWaits(stored, now);
    var waves = new WaveLines(stored);
    return new Lines()
        .texts(stored, "executionId", "planId", "planName", "executionType", "status")
        .texts(stored, "initiatedBy", "errorCode", "errorMessage")
        .put("startTime", StoredTimes.of(stored, "startTime"))
        .put("endTime", StoredTimes.of(stored, "endTime"))
        .put("reportTime", now)
        .put("isOver", StoredStatus.of(stored).isTerminal())
        .put("completedWaves", waves.completed())
        .put("totalWaves", StoredTimes.number(stored, "totalWaves"))
        .put("servers", waves.servers())
        .put("launchedServers", waves.launchedServers())
        .put("recovery", recovery(stored, waits, target, now))
        .put("waves", waves.asList())
        .put("waits", waits.asList())
        .put("decisions", decisions(stored))
        .put("failures", waves.failures())
        .all();
  }

  /**
   * The time to recover counts everything, the waits of operators included, as the business does.
   */
  private static Map<String, Object> recovery(
      StoredFields stored, OperatorWaits waits, Option<Duration> target, long now) {
    var start = StoredTimes.of(stored, "startTime");
    var end =
        StoredStatus.of(stored).isTerminal() ? StoredTimes.of(stored, "endTime") : Option.some(now);
    var seconds = StoredTimes.between(start, end);
    var wanted = target.map(Duration::toSeconds);
    return new Lines()
        .put("seconds", seconds)
        .put("waitingSeconds", waits.seconds())
        .put("workingSeconds", seconds.map(all -> Math.max(0, all - waits.seconds())))
        .put("targetSeconds", wanted)
        .put(
            "isWithinTarget",
            wanted.flatMap(limit -> seconds.map(took -> met(stored, took, limit))))
        .all();
  }

  /** What did not complete has not met its target, however soon it ended. */
  private static boolean met(StoredFields stored, long took, long limit) {
    var status = StoredStatus.of(stored);
    return took <= limit && (status.isCompleted() || !status.isTerminal());
  }

  private static List<Map<String, Object>> decisions(StoredFields stored) {
    return stored
        .maps("operatorRequests")
        .map(
            request ->
                new Lines()
                    .texts(request, "command")
                    .put("by", request.text("requestedBy"))
                    .put("at", StoredTimes.of(request, "requestedAt"))
                    .put("reason", request.text("reason"))
                    .put("waveNumber", StoredTimes.number(request, "waveNumber"))
                    .all())
        .asJava();
  }
}
