package io.drsorchestrator.bootstrap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.out.calls.PollReport;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cost of each poll as one line of JSON, which CloudWatch also reads as metrics (embedded
 * metric format).
 */
final class LoggingPolls implements Consumer<PollReport> {

  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.metrics");
  private static final String CALLS = "AwsCallsPerPoll";
  private static final String RETRIES = "AwsRetriesPerPoll";
  private static final String DURATION = "PollingDuration";
  private static final String DEGRADED = "DegradedPolls";

  private final InstantSource clock;

  LoggingPolls(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void accept(PollReport report) {
    LOG.info("{}", line(report));
  }

  ObjectNode line(PollReport report) {
    var line = JsonNodeFactory.instance.objectNode();
    line.set("_aws", metadata());
    line.put("event", "poll").put("executionId", report.executionId());
    line.put(CALLS, report.requests()).put(RETRIES, report.retries());
    line.put(DURATION, report.duration().toMillis());
    line.put(DEGRADED, report.warnings().isEmpty() ? 0 : 1);
    var calls = line.putObject("calls");
    report.calls().forEach((operation, count) -> calls.put(operation, count));
    report.warnings().forEach(line.withArray("warnings")::add);
    return line;
  }

  private ObjectNode metadata() {
    var metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("Timestamp", clock.instant().toEpochMilli());
    var directive = metadata.putArray("CloudWatchMetrics").addObject();
    directive.put("Namespace", "DROrchestration");
    directive.putArray("Dimensions").addArray();
    var metrics = directive.putArray("Metrics");
    metrics.addObject().put("Name", CALLS).put("Unit", "Count");
    metrics.addObject().put("Name", RETRIES).put("Unit", "Count");
    metrics.addObject().put("Name", DURATION).put("Unit", "Milliseconds");
    metrics.addObject().put("Name", DEGRADED).put("Unit", "Count");
    return metadata;
  }
}
