package io.drsorchestrator.adapter.out.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.adapter.out.calls.PollReport;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PollMetricsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** The embedded metric format: every metric that is named is a number of the same line. */
  @Test
  void a_poll_is_one_line_of_json_and_of_metrics() throws IOException {
    var report =
        new PollReport(
            "execution-1",
            TreeMap.of("drs.DescribeJobs", 1, "ec2.DescribeInstances", 2),
            3,
            2,
            Duration.ofMillis(240),
            Vector.of("No \"details\"\nat all"));

    var text = new PollMetrics(() -> NOON, "DROrchestration/f").line(report).fields().toString();

    assertThat(text).doesNotContain("\n");
    assertThat(new ObjectMapper().readTree(text))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"_aws": {"Timestamp": 1772366400000, "CloudWatchMetrics": [
                       {"Namespace": "DROrchestration/f", "Dimensions": [[]], "Metrics": [
                         {"Name": "AwsCallsPerPoll", "Unit": "Count"},
                         {"Name": "AwsRetriesPerPoll", "Unit": "Count"},
                         {"Name": "ThrottledCalls", "Unit": "Count"},
                         {"Name": "PollingDuration", "Unit": "Milliseconds"},
                         {"Name": "DegradedPolls", "Unit": "Count"}]}]},
                     "event": "poll", "executionId": "execution-1", "AwsCallsPerPoll": 6,
                     "AwsRetriesPerPoll": 3, "ThrottledCalls": 2, "PollingDuration": 240, "DegradedPolls": 1,
                     "calls": {"drs.DescribeJobs": 1, "ec2.DescribeInstances": 2},
                     "warnings": ["No \\"details\\"\\nat all"]}
                    """));
  }
}
