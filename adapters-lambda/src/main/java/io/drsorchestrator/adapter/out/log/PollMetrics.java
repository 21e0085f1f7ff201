package io.drsorchestrator.adapter.out.log;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.adapter.out.calls.PollReport;
import io.drsorchestrator.adapter.out.log.EmbeddedMetrics.Metric;
import io.vavr.collection.Vector;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cost of each poll as a line of the log and as metrics. */
public final class PollMetrics implements Consumer<PollReport> {

  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.metrics");

  private final InstantSource clock;
  private final EmbeddedMetrics metrics;

  public PollMetrics(InstantSource clock, String namespace) {
    this.clock = clock;
    this.metrics = new EmbeddedMetrics(namespace);
  }

  @Override
  public void accept(PollReport report) {
    line(report).to(LOG);
  }

  LogLine line(PollReport report) {
    var line = JsonNodeFactory.instance.objectNode();
    line.put("event", "poll").put("executionId", report.executionId());
    metrics.put(line, clock.instant(), metrics(report));
    var calls = line.putObject("calls");
    report.calls().forEach((operation, count) -> calls.put(operation, count));
    report.warnings().forEach(line.withArray("warnings")::add);
    return new LogLine("polled", line);
  }

  private static Vector<Metric> metrics(PollReport report) {
    return Vector.of(
        Metric.count("AwsCallsPerPoll", report.requests()),
        Metric.count("AwsRetriesPerPoll", report.retries()),
        Metric.count("ThrottledCalls", report.throttles()),
        Metric.millis("PollingDuration", report.duration().toMillis()),
        Metric.count("DegradedPolls", report.warnings().isEmpty() ? 0 : 1));
  }
}
