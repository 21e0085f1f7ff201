package io.drsorchestrator.local.bench;

import java.util.Arrays;
import java.util.Locale;

/** What was measured several times, in milliseconds. */
record Spread(double[] sorted) {

  static Spread of(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  /** The smallest value that so large a part of all does not exceed. */
  double percentile(int percent) {
    var rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  /** Median, with the least and the most. */
  String medianAndRange() {
    return String.format(
        Locale.ROOT, "%.0f (%.0f to %.0f)", percentile(50), sorted[0], sorted[sorted.length - 1]);
  }
}
