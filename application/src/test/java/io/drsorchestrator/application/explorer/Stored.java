package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Result.Version;
import io.drsorchestrator.application.memory.InMemoryStore.Snapshot;
import io.vavr.control.Option;
import java.time.Instant;

/** All that is stored at one moment, and the raw item of the execution: absent once deleted. */
final class Stored {

  private final Snapshot snapshot;
  private final Option<Raw> item;
  private final Version current;
  private Instant digestedAt = Instant.MIN;
  private long digest;

  private Stored(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.item = snapshot.document(World.KEY).map(Raw::new);
    this.current = item.map(Stored::current).getOrElse(new Version(-1, -1));
  }

  private static Version current(Raw item) {
    int wave = -1;
    for (var running : item.waves()) {
      if (running.status().equals("POLLING") && running.has("jobId")) {
        wave = (int) Math.max(0, running.number("revision"));
      }
    }
    return new Version(item.number("version"), wave);
  }

  static Stored of(Snapshot snapshot) {
    return new Stored(snapshot);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Option<Raw> item() {
    return item;
  }

  /** The optimistic locks that are on record. */
  Version current() {
    return current;
  }

  /** What is stored later; the same value if nothing was written. */
  Stored then(Snapshot later) {
    return later.isSameAs(snapshot) ? this : of(later);
  }

  /** Of what commands look at: no versions, and of times whether they are past. */
  long digest(Instant now) {
    if (!digestedAt.equals(now)) {
      digestedAt = now;
      digest = item.map(raw -> new ItemDigest(now).of(raw)).getOrElse(0L);
    }
    return digest;
  }
}
