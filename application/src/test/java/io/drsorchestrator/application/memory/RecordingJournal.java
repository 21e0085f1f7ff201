package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.vavr.collection.Vector;
import java.time.Duration;

/** A journal that keeps what it was told, in order. */
public final class RecordingJournal implements LifecycleJournal {

  /** One event of one execution. */
  public record Entry(ExecutionKey key, LifecycleEvent event) {}

  private Vector<Entry> entries = Vector.empty();
  private Vector<Occurrence> occurrences = Vector.empty();
  private Vector<Duration> waits = Vector.empty();
  private int conflicts;

  @Override
  public synchronized void record(Occurrence occurrence) {
    var key = occurrence.after().key();
    entries = entries.appendAll(occurrence.events().map(event -> new Entry(key, event)));
    occurrences = occurrences.append(occurrence);
  }

  @Override
  public synchronized void conflicted(ExecutionId id, int times) {
    conflicts += times;
  }

  @Override
  public synchronized void waiting(ExecutionId id, Duration since) {
    waits = waits.append(since);
  }

  /** How often a read had to be repeated. */
  public synchronized int conflicts() {
    return conflicts;
  }

  /** How long gates were seen to have been waiting. */
  public synchronized Vector<Duration> waits() {
    return waits;
  }

  public synchronized Vector<Occurrence> occurrences() {
    return occurrences;
  }

  public synchronized Vector<Entry> entries() {
    return entries;
  }

  public Vector<LifecycleEvent> events(ExecutionId id) {
    return entries().filter(entry -> entry.key().executionId().equals(id)).map(Entry::event);
  }

  /** The events of one kind, of every execution. */
  public <E extends LifecycleEvent> Vector<E> events(Class<E> kind) {
    return entries().map(Entry::event).filter(kind::isInstance).map(kind::cast);
  }
}
