package io.drsorchestrator.local.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A task of the {@link VirtualScheduler}, ordered by time and then by when it was asked for. */
final class VirtualTask implements Timer, Comparable<VirtualTask> {
  private final Instant when;
  private final long sequence;
  private @Nullable Runnable task;

  VirtualTask(Instant when, long sequence, Runnable task) {
    this.when = when;
    this.sequence = sequence;
    this.task = task;
  }

  Instant when() {
    return when;
  }

  boolean isCancelled() {
    return task == null;
  }

  void run() {
    var todo = task;
    task = null;
    if (todo != null) {
      todo.run();
    }
  }

  @Override
  public void cancel() {
    task = null;
  }

  @Override
  public int compareTo(VirtualTask other) {
    int byTime = when.compareTo(other.when);
    return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
  }
}
