package io.drsorchestrator.local.bench;

import java.util.List;
import java.util.Locale;

/** What was measured several times, in milliseconds, the least first. */
public record Spread(List<Double> sorted) {

  public static Spread of(List<Double> values) {
    return new Spread(values.stream().sorted().toList());
  }

  /** The smallest value that so large a part of all does not exceed. */
  public double percentile(int percent) {
    var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** Median, with the least and the most. */
  String medianAndRange() {
    return String.format(
        Locale.ROOT, "%.0f (%.0f to %.0f)", percentile(50), percentile(0), percentile(100));
  }
}
