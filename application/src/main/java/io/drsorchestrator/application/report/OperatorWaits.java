package io.drsorchestrator.application.report;

import io.drsorchestrator.application.read.StoredFields;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;

/** The time in which nothing was recovered because an operator had to decide. */
final class OperatorWaits {

  private final StoredFields execution;
  private final long now;

  OperatorWaits(StoredFields execution, long now) {
    this.execution = execution;
    this.now = now;
  }

  /** One that a decision ended, or that still goes on. */
  private record Wait(
      Option<Long> beforeWave, long from, long until, Option<StoredFields> decision) {

    long seconds() {
      return Math.max(0, until - from);
    }

    Map<String, Object> asMap() {
      var lines = new Lines().put("beforeWave", beforeWave).put("from", from).put("until", until);
      lines.put("seconds", seconds()).put("isOver", decision.isDefined());
      decision.forEach(
          asked ->
              lines.put("endedBy", asked.text("command")).put("by", asked.text("requestedBy")));
      return lines.all();
    }
  }

  List<Map<String, Object>> asList() {
    return all().map(Wait::asMap).asJava();
  }

  long seconds() {
    return all().map(Wait::seconds).sum().longValue();
  }

  private Vector<Wait> all() {
    return decided().appendAll(open());
  }

  private Vector<Wait> decided() {
    return execution.maps("operatorRequests").flatMap(this::decided);
  }

  private Option<Wait> decided(StoredFields request) {
    return StoredTimes.of(request, "waitingSince")
        .flatMap(
            since ->
                StoredTimes.of(request, "requestedAt")
                    .map(
                        until ->
                            new Wait(
                                StoredTimes.number(request, "waveNumber"),
                                since,
                                until,
                                Option.some(request))));
  }

  /** The gate that waits now, unless somebody has decided and the workflow is about to hear it. */
  private Option<Wait> open() {
    return Option.when(execution.text("status").contains("PAUSED"), execution)
        .filter(paused -> paused.map("resumeRequest").isEmpty())
        .flatMap(paused -> StoredTimes.of(paused, "pausedTime"))
        .map(
            since ->
                new Wait(
                    StoredTimes.number(execution, "pausedBeforeWave"), since, now, Option.none()));
  }
}
