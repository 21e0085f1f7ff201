package io.drsorchestrator.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.asl.StateMachineDefinition;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.drs.JobStatus;
import io.drsorchestrator.local.aws.drs.JobType;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.stepfunctions.Outcome;
import io.drsorchestrator.local.stepfunctions.StateMachine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is lost, some count is wrong. */
final class LoadJudgeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Map<String, Fate> FATES = Map.of("e-1", Fate.COMPLETES);
  private static final Map<String, SeenExecution> SEEN = Map.of("e-1", seen("COMPLETED"));
  private static final List<JobState> JOBS = List.of(job("drsjob-1"));
  private static final List<ExecutionSnapshot> WORKFLOWS =
      List.of(workflow(ExecutionStatus.SUCCEEDED));
  private static final List<String> LOG =
      List.of(
          line("ExecutionCreated", 0, 1, "", "PENDING", 0, "PENDING", ""),
          line("WaveClaimed", 1, 2, "PENDING", "POLLING", 0, "POLLING", ",\"wave\":0"),
          line("WaveLaunched", 2, 2, "POLLING", "POLLING", 0, "POLLING", job()),
          line("WaveCompleted", 2, 2, "POLLING", "POLLING", 1, "COMPLETED", job()),
          line("ExecutionCompleted", 2, 3, "POLLING", "COMPLETED", 1, "COMPLETED", ""));

  private static SeenExecution seen(String status) {
    return new SeenExecution(status, List.of("drsjob-1"), List.of("COMPLETED"));
  }

  private static JobState job(String id) {
    return new JobState(
        new AwsLocation("111122223333", "us-east-1"),
        id,
        JobType.LAUNCH,
        "START_DRILL",
        JobStatus.COMPLETED,
        NOW,
        Optional.of(NOW),
        List.of(),
        Map.of());
  }

  private static ExecutionSnapshot workflow(ExecutionStatus status) {
    var machine =
        new StateMachine(
            "arn",
            "m",
            "role",
            NOW,
            StateMachineDefinition.parse(
                "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}", Map.of()));
    var outcome = new Outcome(status, NOW, "{}", "", "");
    return new ExecutionSnapshot("arn:e-1", machine, "e-1", "{}", NOW, Optional.of(outcome));
  }

  private static String job() {
    return ",\"wave\":0,\"jobId\":\"drsjob-1\"";
  }

  private static String line(
      String event,
      int before,
      int version,
      String from,
      String status,
      int done,
      String wave,
      String more) {
    var to = event.equals("WaveCompleted") ? "COMPLETED" : status;
    var plan =
        event.equals("ExecutionCreated") ? ",\"plan\":[{\"name\":\"W\",\"gate\":false}]" : "";
    return """
        {"logger":"io.drsorchestrator.lifecycle","event":"%s","time":"2026-03-01T12:00:00Z","executionId":"e-1","planId":"p","versionBefore":%d,"version":%d,"part":1,"parts":1,"from":"%s","to":"%s","status":"%s","completedWaves":%d,"totalWaves":1,"waves":["%s"],"actor":"a"%s%s}"""
        .formatted(event, before, version, from, to, status, done, wave, plan, more);
  }

  private static List<String> wrong(LoadJudge judge) {
    return judge.counts().stream().filter(count -> !count.isRight()).map(Count::what).toList();
  }

  @Test
  void what_ended_as_it_must_is_right() {
    assertThat(wrong(new LoadJudge(FATES, SEEN, JOBS, WORKFLOWS, LOG))).isEmpty();
  }

  @Test
  void an_item_that_is_missing_is_seen() {
    assertThat(wrong(new LoadJudge(FATES, Map.of(), JOBS, WORKFLOWS, LOG)))
        .contains("executions on record", "COMPLETED (completes)");
  }

  @Test
  void another_outcome_is_seen() {
    var failed = Map.of("e-1", seen("FAILED"));

    assertThat(wrong(new LoadJudge(FATES, failed, JOBS, WORKFLOWS, LOG)))
        .contains("COMPLETED (completes)", "workflows that ended as their executions did")
        .contains("executions that the audit finds consistent");
  }

  @Test
  void a_job_too_many_or_too_few_is_seen() {
    var two = List.of(job("drsjob-1"), job("drsjob-2"));

    assertThat(wrong(new LoadJudge(FATES, SEEN, two, WORKFLOWS, LOG)))
        .containsExactly("jobs that DRS launched, in all");
    assertThat(wrong(new LoadJudge(FATES, SEEN, List.of(), WORKFLOWS, LOG)))
        .contains("jobs that DRS launched, of waves on record");
  }

  @Test
  void a_workflow_that_runs_on_is_seen() {
    assertThat(wrong(new LoadJudge(FATES, SEEN, JOBS, List.of(), LOG)))
        .containsExactly("workflows that ended as their executions did");
  }

  @Test
  void a_second_finalization_and_a_missing_line_are_seen() {
    var twice = new ArrayList<>(LOG);
    twice.add(
        LOG.get(4)
            .replace("\"versionBefore\":2,\"version\":3", "\"versionBefore\":3,\"version\":4"));

    assertThat(wrong(new LoadJudge(FATES, SEEN, JOBS, WORKFLOWS, twice)))
        .containsExactly("finalizations in the log", "executions that the audit finds consistent");
    assertThat(wrong(new LoadJudge(FATES, SEEN, JOBS, WORKFLOWS, LOG.subList(0, 4))))
        .contains("finalizations in the log");
  }
}
