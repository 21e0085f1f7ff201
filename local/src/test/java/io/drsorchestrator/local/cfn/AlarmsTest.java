package io.drsorchestrator.local.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.adapter.in.lambda.SampleFinds;
import io.drsorchestrator.adapter.out.log.CapturedLog;
import io.drsorchestrator.adapter.out.log.EventJournal;
import io.drsorchestrator.adapter.out.log.SampleOccurrences;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alarms that can ring: on metrics that somebody emits, to somebody, with what to do. */
final class AlarmsTest {

  private static final Deployed DEPLOYED = Deployed.full();
  private static final String OURS = "DROrchestration/aws-drs-orchestration-execution-handler-prod";

  /** The names of CloudWatch for the services that are watched. */
  private static final Map<String, Set<String>> OF_AWS =
      Map.of(
          "AWS/Lambda", Set.of("Errors", "Throttles", "ConcurrentExecutions"),
          "AWS/States", Set.of("ExecutionsFailed", "ExecutionThrottled"),
          "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible"));

  private static final Map<String, String> COUNTED_EVENTS =
      Map.of(
          "FailuresLogged", "ExecutionFailed",
          "OldPausesLogged", "PauseRenewed",
          "PostponedLaunchesLogged", "LaunchPostponed",
          "DeadWorkflowsLogged", "ExecutionFailed",
          "FindsLogged", "FindEnded",
          "UnhelpedExecutionsLogged", "ExecutionNotHelped");

  private static Set<String> counted() {
    return DEPLOYED.ofType("AWS::Logs::MetricFilter").stream()
        .map(filter -> filter.property("MetricTransformations").path(0))
        .filter(metric -> metric.path("MetricNamespace").asText().equals(OURS))
        .map(metric -> metric.path("MetricName").asText())
        .collect(Collectors.toSet());
  }

  @Test
  void there_is_an_alarm_for_each_of_these() {
    assertThat(DEPLOYED.ofType("AWS::CloudWatch::Alarm"))
        .extracting(Resource::name)
        .containsExactlyInAnyOrder(
            "ExecutionFailed",
            "WorkflowFailed",
            "WaveWorkflowFailed",
            "PollErrors",
            "OldestPause",
            "StuckExecution",
            "ExecutionNotHelped",
            "FindIsSilent",
            "DeadLettersArrived",
            "HandlerThrottled",
            "WorkflowsThrottled",
            "ConcurrencyHigh");
  }

  @Test
  void every_alarm_wakes_somebody_and_says_what_to_do() {
    assertThat(DEPLOYED.ofType("AWS::CloudWatch::Alarm"))
        .allSatisfy(
            alarm -> {
              assertThat(alarm.property("AlarmActions").path(0).asText())
                  .isEqualTo(DEPLOYED.stack().output("AlarmTopicArn"));
              assertThat(alarm.text("AlarmDescription")).hasSizeGreaterThan(40);
              assertThat(alarm.text("TreatMissingData")).isIn("notBreaching", "breaching");
            });
  }

  @Test
  void every_alarm_watches_a_metric_that_there_is() {
    for (var alarm : DEPLOYED.ofType("AWS::CloudWatch::Alarm")) {
      var names = alarm.properties().findValuesAsText("MetricName");
      assertThat(names).as(alarm.name()).isNotEmpty();
      for (var namespace : alarm.properties().findValuesAsText("Namespace")) {
        assertThat(namespace.equals(OURS) ? counted() : OF_AWS.getOrDefault(namespace, Set.of()))
            .as(alarm.name())
            .containsAll(names);
      }
    }
  }

  /** Through the real logger: the very lines that CloudWatch gets. */
  @Test
  void what_is_counted_is_the_line_of_its_event_and_no_other() {
    var journal = new EventJournal(() -> Instant.EPOCH, OURS);
    var lines =
        CapturedLog.json(() -> SampleOccurrences.all("alice").forEach(journal::record))
            .appendAll(CapturedLog.json(SampleFinds::log))
            .asJava();
    var filters = DEPLOYED.ofType("AWS::Logs::MetricFilter");

    assertThat(filters)
        .extracting(filter -> filter.name())
        .containsExactlyInAnyOrderElementsOf(COUNTED_EVENTS.keySet());
    for (var filter : filters) {
      var pattern = FilterPattern.parse(filter.text("FilterPattern"));
      assertThat(lines.stream().filter(pattern::matches))
          .as(filter.name())
          .isNotEmpty()
          .allMatch(line -> line.path("event").asText().equals(COUNTED_EVENTS.get(filter.name())));
      assertThat(filter.text("LogGroupName"))
          .isEqualTo(DEPLOYED.named("ExecutionHandlerLogs").text("LogGroupName"));
    }
  }

  /** The names that the dashboard shows are those that the lines carry, in the same namespace. */
  @Test
  void the_metrics_of_the_lines_are_on_the_dashboard() throws IOException {
    var journal = new EventJournal(() -> Instant.EPOCH, OURS);
    var lines = CapturedLog.json(() -> SampleOccurrences.all("alice").forEach(journal::record));
    var directives = lines.map(line -> line.at("/_aws/CloudWatchMetrics/0"));
    var dashboard = DEPLOYED.named("Dashboard").text("DashboardBody");

    assertThat(directives.filter(d -> d.has("Metrics")))
        .isNotEmpty()
        .allSatisfy(
            directive -> {
              assertThat(directive.path("Namespace").asText()).isEqualTo(OURS);
              assertThat(directive.path("Metrics").findValuesAsText("Name"))
                  .allSatisfy(name -> assertThat(dashboard).contains("\"" + name + "\""));
            });
  }

  /** A cancel at a gate stops its workflow, and that is no news. */
  @Test
  void a_cancel_wakes_nobody() {
    assertThat(DEPLOYED.ofType("AWS::CloudWatch::Alarm"))
        .noneMatch(alarm -> alarm.properties().toString().contains("ExecutionsAborted"));
    assertThat(DEPLOYED.named("WorkflowFailed").text("MetricName")).isEqualTo("WorkflowsDied");
  }

  /** A find that fails is answered: neither calls nor errors of the function show it. */
  @Test
  void silence_of_find_is_the_absence_of_its_own_word() {
    var alarm = DEPLOYED.named("FindIsSilent");

    assertThat(alarm.text("MetricName")).isEqualTo("FindsEnded");
    assertThat(alarm.text("TreatMissingData")).isEqualTo("breaching");
  }

  /** The first renewal of a gate's token is a pause as old as the name of the metric says. */
  @Test
  void a_gate_renews_its_token_every_six_hours() throws IOException {
    var asl = new ObjectMapper().readTree(Template.FOLDER.resolve("execution.asl.json").toFile());
    var pause = asl.path("States").path("PauseBeforeWave");

    assertThat(pause.path("TimeoutSeconds").asInt()).isEqualTo(6 * 3600);
    assertThat(counted()).contains("PausesOlderThanSixHours");
  }

  @Test
  void seventy_percent_of_the_concurrency_is_of_what_is_reserved() {
    var alarm = DEPLOYED.named("ConcurrencyHigh");
    var reserved = DEPLOYED.named("ExecutionHandler").text("ReservedConcurrentExecutions");

    assertThat(alarm.property("Metrics").path(0).path("Expression").asText())
        .isEqualTo("100 * concurrent / " + reserved);
    assertThat(alarm.property("Threshold").asInt()).isEqualTo(70);
    assertThat(Deployed.full(Map.of("ReservedConcurrency", "0")).resources())
        .noneMatch(resource -> resource.name().equals("ConcurrencyHigh"));
  }

  @Test
  void the_dashboard_is_json() throws IOException {
    var body = new ObjectMapper().readTree(DEPLOYED.named("Dashboard").text("DashboardBody"));

    assertThat(body.path("widgets")).hasSize(4);
    assertThat(body.toString()).doesNotContain("${");
  }
}
