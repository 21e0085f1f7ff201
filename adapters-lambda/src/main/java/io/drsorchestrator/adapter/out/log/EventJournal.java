package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.adapter.out.log.EmbeddedMetrics.Metric;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lifecycle events as lines of the log, one an event (NFR-3.2, NFR-3.3; docs/events.md). */
public final class EventJournal implements LifecycleJournal {

  private static final Logger EVENTS = LoggerFactory.getLogger("io.drsorchestrator.lifecycle");
  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.metrics");

  private final InstantSource clock;
  private final EmbeddedMetrics metrics;

  public EventJournal(InstantSource clock, String namespace) {
    this.clock = clock;
    this.metrics = new EmbeddedMetrics(namespace);
  }

  @Override
  public void record(Occurrence occurrence) {
    lines(occurrence).forEach(line -> line.to(EVENTS));
  }

  @Override
  public void conflicted(ExecutionId id, int times) {
    measured("conflict", id, Metric.count("Conflicts", times)).to(LOG);
  }

  @Override
  public void waiting(ExecutionId id, Duration since) {
    measured("waiting", id, Metric.seconds("PauseAge", since.toSeconds())).to(LOG);
  }

  private LogLine measured(String what, ExecutionId id, Metric metric) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("event", what).put("executionId", id.value());
    metrics.put(line, clock.instant(), Vector.of(metric));
    return new LogLine(what, line);
  }

  Vector<LogLine> lines(Occurrence occurrence) {
    return occurrence
        .events()
        .zipWithIndex((event, index) -> line(new ToldEvent(occurrence, event, index + 1)));
  }

  private LogLine line(ToldEvent told) {
    var now = clock.instant();
    var fields = EventFields.of(told, now);
    metrics.put(fields, now, EventMetrics.of(told));
    return new LogLine(EventWords.of(told), fields);
  }
}
