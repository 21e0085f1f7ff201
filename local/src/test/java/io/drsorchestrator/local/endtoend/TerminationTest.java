package io.drsorchestrator.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.JobType;
import io.drsorchestrator.local.aws.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * What operators do after a drill, with the real handler, DynamoDB Local and the simulated DRS:
 * list the instances, terminate them and watch that to its end.
 */
final class TerminationTest {

  private static final int SERVERS = 230;

  /** Slow enough to click again meanwhile, also on a busy machine. */
  private static final String SLOW_TO_CLEAN_UP =
      PlanRun.QUICK.replace("\"cleanupSeconds\": [1, 2]", "\"cleanupSeconds\": [600, 700]");

  private static PlanRun completed() {
    var run =
        PlanRun.of(
            ManyServers.inWavesOf(100, 100, 30),
            ScenarioReader.parse("{" + SLOW_TO_CLEAN_UP + "}"));
    assertThat(run.untilEnd().path("status").asText()).isEqualTo("COMPLETED");
    return run;
  }

  private static List<JobState> terminations(PlanRun run) {
    return run.system().aws().jobs().stream()
        .filter(job -> job.type() == JobType.TERMINATE)
        .toList();
  }

  private static String jobIds(JsonNode terminated) {
    return String.join(
        ",",
        StreamSupport.stream(terminated.path("jobs").spliterator(), false)
            .map(job -> job.path("jobId").asText())
            .toList());
  }

  @Test
  void a_large_drill_is_terminated_and_watched_to_the_end() {
    try (var run = completed()) {
      var listed = run.get("recovery-instances", "");
      assertThat(listed.path("totalInstances").asInt()).isEqualTo(SERVERS);
      assertThat(run.details().path("terminationMetadata").path("canTerminate").asBoolean())
          .isTrue();

      var first = run.post("terminate-instances");
      var second = run.post("terminate-instances");

      assertThat(first.path("totalTerminated").asInt()).isEqualTo(SERVERS);
      assertThat(first.path("totalFailed").asInt()).isZero();
      assertThat(terminations(run)).hasSize(3);
      assertThat(second.path("alreadyTerminated").asBoolean()).as("%s", second).isTrue();
      assertThat(second.path("failed").size()).isEqualTo(SERVERS);

      var percents = watched(run, jobIds(first));

      assertThat(percents).isSorted().endsWith(100);
      var details = run.details();
      assertThat(details.path("instancesTerminated").asBoolean()).isTrue();
      assertThat(details.path("instancesTerminatedAt").asLong()).isPositive();
      assertThat(details.path("terminateJobs").size()).isEqualTo(3);
      assertThat(details.path("terminationRequest").path("requestedBy").asText())
          .isEqualTo("tester@example.com");
      assertThat(details.path("terminationMetadata").path("reason").asText())
          .isEqualTo("Instances already terminated");
      assertThat(run.get("recovery-instances", "").path("totalInstances").asInt(-1)).isZero();
      assertThat(run.post("terminate-instances").path("reason").asText())
          .isEqualTo("Instances already terminated");
    }
  }

  /** The percentages on the way. */
  private static List<Integer> watched(PlanRun run, String jobs) {
    var percents = new ArrayList<Integer>();
    for (int i = 0; i < 3000; i++) {
      var status = run.get("termination-status", jobs);
      percents.add(status.path("progressPercent").asInt());
      if (status.path("allCompleted").asBoolean()) {
        return percents;
      }
      assertThat(run.details().has("instancesTerminated")).isFalse();
      PlanRun.sleep();
    }
    throw new AssertionError("not terminated: " + percents);
  }

  /** The drill's record still names the servers; their instances are the newer run's. */
  @Test
  void a_newer_run_of_the_same_plan_is_out_of_reach_of_the_older_one() {
    try (var older = PlanRun.ofSample("single-wave.json");
        var newer = afterEndOf(older)) {
      assertThat(newer.untilEnd().path("status").asText()).isEqualTo("COMPLETED");

      assertThat(older.get("recovery-instances", "").path("totalInstances").asInt(-1)).isZero();
      assertThat(older.post("terminate-instances").path("noInstancesFound").asBoolean()).isTrue();
      assertThat(terminations(newer)).isEmpty();

      var listed = newer.get("recovery-instances", "");
      assertThat(listed.path("totalInstances").asInt()).isEqualTo(1);
      var existing = newer.plan("check-existing-instances");
      assertThat(existing.path("hasExistingInstances").asBoolean()).as("%s", existing).isTrue();
      assertThat(existing.path("existingInstances").findValuesAsText("sourceExecutionId"))
          .as("the one that launched it, and not the older one")
          .containsExactly(newer.details().path("executionId").asText());
      assertThat(newer.post("terminate-instances").path("totalTerminated").asInt()).isEqualTo(1);
    }
  }

  private static PlanRun afterEndOf(PlanRun older) {
    assertThat(older.untilEnd().path("status").asText()).isEqualTo("COMPLETED");
    return older.again();
  }

  @Test
  void the_log_of_every_job_is_shown_newest_first() {
    try (var run = PlanRun.ofSample("single-wave.json")) {
      run.untilEnd();

      var log = run.get("job-logs", "").path("jobLogs").get(0);

      assertThat(log.has("error")).isFalse();
      assertThat(log.path("jobId").asText()).startsWith("drsjob-");
      var events = log.path("events");
      assertThat(events.get(0).path("event").asText()).isEqualTo("JOB_END");
      assertThat(events.get(events.size() - 1).path("event").asText()).isEqualTo("JOB_START");
      assertThat(events.findValuesAsText("sourceServerId"))
          .isNotEmpty()
          .containsOnly("s-00000000000000011");
      assertThat(events.get(0).path("logDateTime").asText()).endsWith("Z");
    }
  }
}
