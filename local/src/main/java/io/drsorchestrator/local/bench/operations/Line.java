package io.drsorchestrator.local.bench.operations;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The straight line that is nearest to some points, by least squares.
 *
 * @param unexplained how far the farthest point is from it, as a part of the largest value
 */
record Line(double start, double slope, double unexplained) {

  static Line through(List<Double> xs, List<Double> ys) {
    var meanX = mean(xs);
    var meanY = mean(ys);
    var covariance = 0.0;
    var variance = 0.0;
    for (int i = 0; i < xs.size(); i++) {
      covariance += (xs.get(i) - meanX) * (ys.get(i) - meanY);
      variance += (xs.get(i) - meanX) * (xs.get(i) - meanX);
    }
    var slope = variance == 0 ? 0 : covariance / variance;
    var start = meanY - slope * meanX;
    return new Line(start, slope, farthest(xs, ys, start, slope) / max(ys));
  }

  private static double farthest(List<Double> xs, List<Double> ys, double start, double slope) {
    return IntStream.range(0, xs.size())
        .mapToDouble(i -> Math.abs(ys.get(i) - start - slope * xs.get(i)))
        .max()
        .orElse(0);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double max(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
  }

  String inWords() {
    return String.format(
        Locale.ROOT,
        "%.0f µs, from %.1f ms on; no row is more than %.0f %% off",
        slope * 1000,
        start,
        unexplained * 100);
  }
}
