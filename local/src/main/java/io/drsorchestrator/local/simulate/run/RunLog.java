package io.drsorchestrator.local.simulate.run;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens in a run, line by line; kept only where somebody wants to read it. */
final class RunLog {

  private final InstantSource time;
  private final Instant begin;
  private final @Nullable StringBuilder lines;

  RunLog(InstantSource time, boolean isKept) {
    this.time = time;
    this.begin = time.instant();
    this.lines = isKept ? new StringBuilder() : null;
  }

  void add(Supplier<String> what) {
    if (lines != null) {
      var passed = java.time.Duration.between(begin, time.instant());
      lines
          .append("%7d.%03d ".formatted(passed.toSeconds(), passed.toMillisPart()))
          .append(what.get())
          .append('\n');
    }
  }

  String text() {
    return lines == null ? "" : lines.toString();
  }
}
