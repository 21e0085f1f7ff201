package io.drsorchestrator.adapter.out.log;

import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.vavr.collection.Vector;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lifecycle events as lines of the log, one an event (NFR-3.2, NFR-3.3; docs/events.md). */
public final class EventJournal implements LifecycleJournal {

  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.lifecycle");

  private final InstantSource clock;
  private final EmbeddedMetrics metrics;

  public EventJournal(InstantSource clock, String namespace) {
    this.clock = clock;
    this.metrics = new EmbeddedMetrics(namespace);
  }

  @Override
  public void record(Occurrence occurrence) {
    lines(occurrence).forEach(line -> line.to(LOG));
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
