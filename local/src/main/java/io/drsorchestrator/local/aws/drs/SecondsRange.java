package io.drsorchestrator.local.aws.drs;

import java.time.Duration;
import java.util.SplittableRandom;

/** A span of seconds, both ends included, from which durations are drawn. */
public record SecondsRange(int min, int max) {

  public SecondsRange {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("not a range of seconds: " + min + " to " + max);
    }
  }

  Duration draw(SplittableRandom random) {
    return Duration.ofMillis(random.nextLong(min * 1000L, max * 1000L + 1));
  }
}
