package io.drsorchestrator.local.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Where a time stands in the chart. */
record TimeAxis(long from, long until, double left, double width) {

  /** Long enough for the target as well, so that one sees how far away it is. */
  static TimeAxis of(JsonNode report, double left, double width) {
    var from = report.path("startTime").asLong();
    var end = report.path("endTime").asLong(report.path("reportTime").asLong());
    var target = from + report.path("recovery").path("targetSeconds").asLong(0);
    return new TimeAxis(from, Math.max(Math.max(end, target), from + 1), left, width);
  }

  double at(long time) {
    var inside = Math.min(Math.max(time, from), until);
    return left + width * (inside - from) / (until - from);
  }

  /** At least so wide that it can be seen. */
  double between(long start, long end) {
    return Math.max(1.5, at(end) - at(start));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
