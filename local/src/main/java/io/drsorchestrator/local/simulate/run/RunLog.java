package io.drsorchestrator.local.simulate.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What happens in a run, line by line; kept only where somebody wants to read it. */
final class RunLog {

  private final InstantSource time;
  private final Instant begin;
  private final boolean isKept;
  private final StringBuilder all = new StringBuilder();
  private final StringBuilder story = new StringBuilder();

  RunLog(InstantSource time, boolean isKept) {
    this.time = time;
    this.begin = time.instant();
    this.isKept = isKept;
  }

  /** A call, or whatever else happens all the time. */
  void detail(Supplier<String> what) {
    if (isKept) {
      all.append(line(what));
    }
  }

  /** Something that a person wants to know who asks what went wrong. */
  void event(Supplier<String> what) {
    if (isKept) {
      var line = line(what);
      all.append(line);
      story.append(line);
    }
  }

  private String line(Supplier<String> what) {
    var passed = Duration.between(begin, time.instant());
    return "%7d.%03d %s%n".formatted(passed.toSeconds(), passed.toMillisPart(), what.get());
  }

  String all() {
    return all.toString();
  }

  String story() {
    return story.toString();
  }
}
