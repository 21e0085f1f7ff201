package io.drsorchestrator.local.simulate.run;

import java.time.Duration;
import java.util.Random;

/** The time that calls take to get to their services, during which others have their turns. */
final class Latency {

  private final Random random;
  private final int longest;

  Latency(long seed, int longestMillis) {
    this.random = new Random(seed);
    this.longest = longestMillis;
  }

  /** Nearly nothing for most calls, so that a few of them are late. */
  void on(Baton baton) {
    if (longest > 0) {
      baton.sleep(Duration.ofMillis(1 + random.nextInt(random.nextInt(longest) + 1)));
    }
  }
}
