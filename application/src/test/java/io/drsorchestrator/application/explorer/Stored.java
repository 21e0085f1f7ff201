package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.memory.InMemoryStore.Snapshot;
import io.vavr.control.Option;
import java.time.Instant;

/** All that is stored at one moment, and the raw item of the execution: absent once deleted. */
final class Stored {

  private final Snapshot snapshot;
  private final Option<Raw> item;
  private Instant digestedAt = Instant.MIN;
  private long digest;

  private Stored(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.item = snapshot.document(World.KEY).map(Raw::new);
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
