package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.KEY;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static io.drsorchestrator.domain.wave.SampleWaves.attempt;
import static io.drsorchestrator.domain.wave.SampleWaves.plan;
import static io.drsorchestrator.domain.wave.SampleWaves.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.NewExecutions.Creation;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The whole expression of every write: what it changes, and on what condition. */
class WritesTest {

  private static final PlanLock LOCK =
      new PlanLock(KEY.planId(), KEY.executionId(), NOON, Option.none());
  private static final ExecutionId OTHER = new ExecutionId("other");

  private static final LaunchAttempt ATTEMPT = attempt("attempt-1", NOON);

  private static String written(Consumer<ExecutionStore> write) {
    var dynamoDb = new CapturingDynamoDb();
    write.accept(dynamoDb.store());
    var request = dynamoDb.update();
    assertThat(request.tableName()).isEqualTo("history");
    assertThat(request.key())
        .isEqualTo(
            Map.of(
                "executionId", Attributes.text("execution-1"),
                "planId", Attributes.text("plan-1")));
    return Spelled.out(request);
  }

  @Test
  void claims_a_wave() {
    var claimed =
        execution().withWaves(2).pending().claimWave(WaveNumber.FIRST, target(plan(0)), ATTEMPT);

    assertThat(written(store -> store.claims().claim(claimed.get(), WaveNumber.FIRST)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'POLLING'
            SET currentWave = 1
            SET waves[0].status = 'POLLING'
            SET waves[0].startTime = 1772366400
            SET waves[0].attemptId = 'attempt-1'
            SET waves[0].attemptTime = 1772366400
            SET waves[0].leaseUntil = 1772366520
            SET waves[0].region = 'eu-west-1'
            SET waves[0].serverIds = ['s-0-0' 's-0-1']
            SET waves[0].serverStatuses = [{...} {...}]
            SET transitionId = 'write-1'
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING')
            IF attribute_not_exists(waves[0].jobId)
            IF (waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR') OR (waves[0].status = 'PENDING' AND attribute_not_exists(pauseRequest)))
            """);
  }

  @Test
  void fails_a_launch() {
    var failed = execution().withClaimedWave().polling().failLaunch(WaveNumber.FIRST, "no", NOON);

    assertThat(written(store -> store.claims().failLaunch(failed.get(), WaveNumber.FIRST)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'POLLING'
            SET currentWave = 1
            SET waves[0].status = 'FAILED'
            SET waves[0].endTime = 1772366400
            SET waves[0].statusMessage = 'no'
            SET waves[0].startTime = 1772366400
            SET transitionId = 'write-1'
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING')
            IF attribute_not_exists(waves[0].jobId)
            IF (waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR') OR (waves[0].status = 'PENDING' AND attribute_not_exists(pauseRequest)))
            """);
  }

  /** In any status, so that a cancel does not lose a job; for the attempt that holds the claim. */
  @Test
  void records_a_launch() {
    var claimed = SampleWaves.claimed(plan(1));
    var launch = WaveLaunch.of(KEY, claimed, SampleWaves.jobOf(plan(1))).get();

    assertThat(written(store -> store.claims().recordLaunch(launch)))
        .isEqualTo(
            """
            SET waves[1].jobId = 'drsjob-1'
            SET drsJobId = 'drsjob-1'
            SET drsRegion = 'eu-west-1'
            IF attribute_exists(executionId)
            IF waves[1].attemptId = 'attempt-1'
            IF attribute_not_exists(waves[1].jobId)
            """);
  }

  @Test
  void ends_a_lease() {
    assertThat(written(store -> store.claims().endLease(KEY, WaveNumber.FIRST, ATTEMPT, NOON)))
        .isEqualTo(
            """
            SET waves[0].leaseUntil = 1772366400
            IF attribute_exists(executionId)
            IF waves[0].attemptId = 'attempt-1'
            IF attribute_not_exists(waves[0].jobId)
            """);
  }

  @Test
  void warns_of_a_launch() {
    var warning = Option.some("no such subnet");

    assertThat(written(store -> store.claims().warn(KEY, WaveNumber.FIRST, ATTEMPT, warning)))
        .isEqualTo(
            """
            SET waves[0].launchWarning = 'no such subnet'
            IF attribute_exists(executionId)
            IF waves[0].attemptId = 'attempt-1'
            IF attribute_not_exists(waves[0].jobId)
            """);
  }

  @Test
  void takes_a_warning_back() {
    assertThat(written(store -> store.claims().warn(KEY, WaveNumber.FIRST, ATTEMPT, Option.none())))
        .isEqualTo(
            """
            REMOVE waves[0].launchWarning
            IF attribute_exists(executionId)
            IF waves[0].attemptId = 'attempt-1'
            IF attribute_not_exists(waves[0].jobId)
            """);
  }

  /** The bugs D1 to D3: neither the status of the execution nor its version is in here. */
  @Test
  void records_the_first_poll_of_a_wave() {
    assertThat(
            polled(
                execution().withWaves(2).withRunningWave().polling(),
                wave -> SampleWaves.working(wave, LaunchStatus.IN_PROGRESS)))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[0].writer = 'write-1'
            SET waves[0].revision = 1
            SET waves[0].DRSJobDetails = {...}
            SET waves[0].serverStatuses[0].launchStatus = 'IN_PROGRESS'
            REMOVE waves[0].jobMissingSince
            REMOVE waves[0].pollWarning
            IF attribute_exists(executionId)
            IF waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF waves[0].jobId = 'drsjob-0'
            IF attribute_not_exists(waves[0].revision)
            IF waves[0].serverStatuses[0].sourceServerId = 's-0-0'
            """);
  }

  @Test
  void records_a_later_poll_that_does_not_find_the_job() {
    assertThat(
            polled(
                execution().withCurrent(plan -> revision(plan, 3)).polling(),
                wave -> SampleWaves.noJob()))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[0].writer = 'write-1'
            SET waves[0].revision = 4
            SET waves[0].jobMissingSince = 1772366400
            REMOVE waves[0].pollWarning
            IF attribute_exists(executionId)
            IF waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF waves[0].jobId = 'drsjob-0'
            IF waves[0].revision = 3
            """);
  }

  /** The count moves in the write that ends the wave, or not at all (I10). */
  @Test
  void records_the_end_of_a_wave() {
    assertThat(
            polled(
                execution().withWaves(3).withCompletedWaves(1).withRunningWave().polling(),
                SampleWaves::success))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[1].writer = 'write-1'
            SET waves[1].revision = 1
            SET waves[1].status = 'COMPLETED'
            SET waves[1].endTime = 1772366400
            SET completedWaves = 2
            SET waves[1].DRSJobDetails = {...}
            SET waves[1].serverStatuses[0].launchStatus = 'LAUNCHED'
            SET waves[1].serverStatuses[0].launchTime = 1772366400
            SET waves[1].serverStatuses[1].launchStatus = 'LAUNCHED'
            SET waves[1].serverStatuses[1].launchTime = 1772366400
            REMOVE waves[1].pollWarning
            IF attribute_exists(executionId)
            IF waves[1].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF waves[1].jobId = 'drsjob-1'
            IF attribute_not_exists(waves[1].revision)
            IF waves[1].serverStatuses[0].sourceServerId = 's-1-0'
            IF waves[1].serverStatuses[1].sourceServerId = 's-1-1'
            """);
  }

  @Test
  void records_the_failure_of_a_wave() {
    assertThat(polled(execution().withRunningWave().cancelling(), SampleWaves::disaster))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[0].writer = 'write-1'
            SET waves[0].revision = 1
            SET waves[0].status = 'FAILED'
            SET waves[0].endTime = 1772366400
            SET waves[0].statusMessage = '2 of 2 servers did not launch: s-0-0 (FAILED), s-0-1 (FAILED)'
            SET completedWaves = 0
            SET waves[0].DRSJobDetails = {...}
            SET waves[0].serverStatuses[0].launchStatus = 'FAILED'
            SET waves[0].serverStatuses[1].launchStatus = 'FAILED'
            REMOVE waves[0].pollWarning
            IF attribute_exists(executionId)
            IF waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF waves[0].jobId = 'drsjob-0'
            IF attribute_not_exists(waves[0].revision)
            IF waves[0].serverStatuses[0].sourceServerId = 's-0-0'
            IF waves[0].serverStatuses[1].sourceServerId = 's-0-1'
            """);
  }

  /** A look that saw nothing says so, and changes nothing else. */
  @Test
  void records_a_look_without_an_answer() {
    var execution = execution().withRunningWave().polling();
    var wave = (RunningWave) execution.waves().active().get();
    var progress = execution.unanswered(wave, "DRS throttles", NOON, POLICY);

    assertThat(written(store -> store.records().record(progress, NOON)))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[0].writer = 'write-1'
            SET waves[0].revision = 1
            SET waves[0].pollWarning = 'DRS throttles'
            REMOVE waves[0].jobMissingSince
            IF attribute_exists(executionId)
            IF waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF waves[0].jobId = 'drsjob-0'
            IF attribute_not_exists(waves[0].revision)
            """);
  }

  /** What the job was known to be is replaced field by field: others may keep theirs there. */
  @Test
  void records_what_has_changed_about_a_job() {
    var polling = execution().withRunningWave().polling();
    var first = (RunningWave) polling.waves().active().get();
    var later = polling.after(polling.observe(first, SampleWaves.working(first), NOON, POLICY));

    assertThat(polled(later, wave -> SampleWaves.over(wave, LaunchStatus.LAUNCHED)))
        .contains(
            """
            SET waves[0].DRSJobDetails.status = 'COMPLETED'
            SET waves[0].DRSJobDetails.participatingServers = 1
            SET waves[0].DRSJobDetails.launchedServers = 1
            SET waves[0].DRSJobDetails.endSeenTime = 1772366400
            """)
        .doesNotContain("SET waves[0].DRSJobDetails =", "DRSJobDetails.jobId");
  }

  private static RunningWave revision(WavePlan plan, int revision) {
    var wave = SampleWaves.running(plan);
    return new RunningWave(
        plan,
        NOON,
        wave.jobId(),
        wave.region(),
        wave.servers(),
        Option.none(),
        Option.none(),
        revision);
  }

  private static String polled(RunningExecution execution, Function<Wave, JobObservation> look) {
    var wave = (RunningWave) execution.facts().waves().active().get();
    var progress = execution.observe(wave, look.apply(wave), NOON, POLICY);
    return written(store -> store.records().record(progress, NOON));
  }

  @Test
  void gives_a_claim_up() {
    var cancelling = execution().withClaimedWave().cancelling();

    assertThat(givenUp(cancelling))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[0].writer = 'write-1'
            SET waves[0].status = 'CANCELLED'
            SET waves[0].endTime = 1772370000
            SET completedWaves = 0
            IF attribute_exists(executionId)
            IF waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF attribute_not_exists(waves[0].jobId)
            IF waves[0].attemptId = 'attempt-1'
            """);
  }

  @Test
  void gives_a_claim_up_that_no_attempt_has_held() {
    var cancelling = execution().withResumedWave().cancelling();

    assertThat(givenUp(cancelling))
        .isEqualTo(
            """
            SET lastPolledTime = 1772366400
            SET waves[0].writer = 'write-1'
            SET waves[0].status = 'CANCELLED'
            SET waves[0].endTime = 1772370000
            SET completedWaves = 0
            IF attribute_exists(executionId)
            IF waves[0].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            IF attribute_not_exists(waves[0].jobId)
            IF attribute_not_exists(waves[0].attemptId)
            """);
  }

  private static String givenUp(CancellingExecution cancelling) {
    var wave = (ClaimedWave) cancelling.waves().active().get();
    var progress = cancelling.abandon(wave, NOON.plusSeconds(3600)).get();
    return written(store -> store.records().record(progress, NOON));
  }

  /** On condition that an unclaimed wave is left: waves start in order, so the last one. */
  @Test
  void asks_for_a_pause() {
    var requested = execution().withWaves(3).polling().requestPause(requestBy("bob")).get();

    assertThat(written(store -> store.gates().requestPause(requested)))
        .isEqualTo(
            """
            SET version = 8
            SET pauseRequest = {...}
            SET operatorRequests = list_append(if_not_exists(operatorRequests, []), [{...}])
            SET transitionId = 'write-1'
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING')
            IF attribute_not_exists(pauseRequest)
            IF waves[2].status = 'PENDING'
            """);
  }

  @Test
  void pauses() {
    var paused =
        execution()
            .withWaves(2)
            .withCompletedWaves(1)
            .withRequest()
            .polling()
            .pause(WORKFLOW, TOKEN, NOON)
            .get();

    assertThat(written(store -> store.gates().pause(paused)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'PAUSED'
            SET taskToken = 'token-1'
            SET pausedBeforeWave = 1
            SET pausedTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE pauseRequest
            REMOVE pauseReminder
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            IF waves[1].status = 'PENDING'
            """);
  }

  /** The gate stays as old as it is, and who was reminded stays on record. */
  @Test
  void renews_the_token_of_a_pause() {
    var renewed = execution().paused().pause(WORKFLOW, TOKEN, NOON.plusSeconds(60)).get();

    assertThat(written(store -> store.gates().pause(renewed)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'PAUSED'
            SET taskToken = 'token-1'
            SET pausedBeforeWave = 0
            SET transitionId = 'write-1'
            REMOVE pauseRequest
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            IF waves[0].status = 'PENDING'
            """);
  }

  /** No lifecycle write: it leaves the version alone and is conditional on the wait itself. */
  @Test
  void reminds_for_the_first_time() {
    var paused = execution().paused();
    var overdue = paused.overdue(NOON.plusSeconds(1800)).get();

    assertThat(written(store -> store.reminders().record(paused, overdue)))
        .isEqualTo(
            """
            SET pauseReminder = {...}
            IF attribute_exists(executionId)
            IF status IN ('PAUSED')
            IF attribute_not_exists(resumeRequest)
            IF pausedTime = 1772366400
            IF attribute_not_exists(pauseReminder)
            """);
  }

  @Test
  void reminds_again_of_a_wait_of_which_nobody_knows_the_beginning() {
    var paused = execution().paused();
    var reminded =
        new PausedExecution(
            paused.facts(),
            paused.before(),
            paused.token(),
            paused.resumeIntent(),
            new GateWait(Option.none(), 3, Option.some(NOON)));
    var overdue = reminded.overdue(NOON.plusSeconds(7200)).get();

    assertThat(written(store -> store.reminders().record(reminded, overdue)))
        .isEqualTo(
            """
            SET pauseReminder = {...}
            IF attribute_exists(executionId)
            IF status IN ('PAUSED')
            IF attribute_not_exists(resumeRequest)
            IF attribute_not_exists(pausedTime)
            IF pauseReminder.count = 3
            """);
  }

  /** Who asked for what, and why, in the very write that accepts it. */
  @Test
  void keeps_who_asked_for_what() {
    var why = new OperatorRequest("bob", Option.some("lunch"), NOON);
    var dynamoDb = new CapturingDynamoDb();
    var asked = execution().withWaves(3).withCompletedWaves(1).polling().requestPause(why).get();
    dynamoDb.store().gates().requestPause(asked);

    assertThat(dynamoDb.update().expressionAttributeValues())
        .containsValue(
            Attributes.list(
                List.of(
                    Attributes.map(
                        Map.of(
                            "command", Attributes.text("pause"),
                            "requestedBy", Attributes.text("bob"),
                            "requestedAt", Attributes.time(NOON),
                            "reason", Attributes.text("lunch"),
                            "waveNumber", Attributes.number(1))))));
  }

  @Test
  void asks_to_resume() {
    var requested = execution().paused().requestResume(requestBy("dora")).get();

    assertThat(written(store -> store.gates().requestResume(requested)))
        .isEqualTo(
            """
            SET version = 8
            SET resumeRequest = {...}
            SET operatorRequests = list_append(if_not_exists(operatorRequests, []), [{...}])
            SET transitionId = 'write-1'
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PAUSED')
            IF pausedBeforeWave = 0
            """);
  }

  @Test
  void resumes() {
    var resumed = execution().withRequest().paused().resume(WORKFLOW, NOON).get();

    assertThat(written(store -> store.gates().resume(resumed)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'POLLING'
            SET currentWave = 1
            SET waves[0].status = 'POLLING'
            SET waves[0].startTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
            REMOVE pausedTime
            REMOVE pauseReminder
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PAUSED')
            IF attribute_exists(resumeRequest)
            IF waves[0].status = 'PENDING'
            """);
  }

  @Test
  void fails() {
    var failed =
        execution()
            .withWaves(3)
            .withCompletedWaves(1)
            .withRunningWave()
            .polling()
            .workflowDied(WORKFLOW_DIED, NOON)
            .get();

    assertThat(written(store -> store.endings().fail(failed)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'FAILED'
            SET endTime = 1772366400
            SET errorCode = 'WORKFLOW_ENDED'
            SET errorMessage = 'The workflow was aborted'
            SET outcomeSummary = 'FAILED: 1 of 3 waves completed, 2 of 6 servers launched; failed: Wave 2'
            SET outcomeDetails = {...}
            SET waves[1].status = 'FAILED'
            SET waves[1].endTime = 1772366400
            SET waves[1].statusMessage = 'The workflow was aborted'
            SET waves[2].status = 'CANCELLED'
            SET waves[2].endTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
            REMOVE pausedTime
            REMOVE pauseReminder
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            IF waves[1].status IN ('POLLING', 'STARTED', 'INITIATED', 'IN_PROGRESS', 'LAUNCHING', 'CONVERTING', 'UNKNOWN', 'ERROR')
            """);
  }

  @Test
  void cancels_after_the_wave_that_is_under_way() {
    var requested =
        execution()
            .withWaves(2)
            .withRunningWave()
            .polling()
            .requestCancel(requestBy("carol"))
            .get();

    assertThat(written(store -> store.endings().requestCancel(requested)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'CANCELLING'
            SET cancelRequest = {...}
            SET operatorRequests = list_append(if_not_exists(operatorRequests, []), [{...}])
            SET waves[1].status = 'CANCELLED'
            SET waves[1].endTime = 1772366400
            SET transitionId = 'write-1'
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            """);
  }

  @Test
  void cancels_at_once() {
    var requested = execution().paused().requestCancel(requestBy("carol")).get();

    assertThat(written(store -> store.endings().requestCancel(requested)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'CANCELLED'
            SET endTime = 1772366400
            SET cancelRequest = {...}
            SET operatorRequests = list_append(if_not_exists(operatorRequests, []), [{...}])
            SET outcomeSummary = 'CANCELLED: 0 of 1 waves completed, 0 of 2 servers launched'
            SET outcomeDetails = {...}
            SET waves[0].status = 'CANCELLED'
            SET waves[0].endTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
            REMOVE pausedTime
            REMOVE pauseReminder
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            """);
  }

  @Test
  void ends_a_cancellation() {
    var cancelled = execution().withFailedWave().cancelling().finishCancel(NOON).get();

    assertThat(written(store -> store.endings().finishCancel(cancelled)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'CANCELLED'
            SET endTime = 1772366400
            SET outcomeSummary = 'CANCELLED: 0 of 1 waves completed, 0 of 2 servers launched; failed: Wave 1'
            SET outcomeDetails = {...}
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
            REMOVE pausedTime
            REMOVE pauseReminder
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('CANCELLING')
            """);
  }

  /** The store itself compares with the whole plan (I1, I7, D1). */
  @Test
  void completes() {
    var completed =
        execution().withWaves(2).withCompletedWaves(2).polling().finalizeBy(WORKFLOW, NOON).get();

    assertThat(written(store -> store.completions().complete(completed)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'COMPLETED'
            SET endTime = 1772366400
            SET completedTime = 1772366400
            SET outcomeSummary = 'COMPLETED: 2 of 2 waves completed, 4 of 4 servers launched'
            SET outcomeDetails = {...}
            SET transitionId = 'write-1'
            REMOVE pauseRequest
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING')
            IF totalWaves = 2
            IF completedWaves = 2
            IF size(waves) = 2
            """);
  }

  @Test
  void adopts() {
    assertThat(written(store -> store.newExecutions().adopt(KEY, WORKFLOW_ARN)))
        .isEqualTo(
            """
            SET stateMachineArn = 'arn:aws:states:eu-west-1:111122223333:execution:drs:execution-1'
            IF attribute_exists(executionId)
            IF (attribute_not_exists(stateMachineArn) OR stateMachineArn = 'arn:aws:states:eu-west-1:111122223333:execution:drs:execution-1')
            """);
  }

  /** Items of older systems have no version until our first lifecycle write. */
  @Test
  void writes_to_an_item_without_a_version() {
    var facts = execution().facts();
    var old =
        new PollingExecution(
            new ExecutionFacts(facts.details(), facts.workflow(), facts.waves(), new Revision(0)),
            Option.none());

    assertThat(
            written(
                store ->
                    store.endings().requestCancel(old.requestCancel(requestBy("carol")).get())))
        .isEqualTo(
            """
            SET version = 1
            SET status = 'CANCELLED'
            SET endTime = 1772366400
            SET cancelRequest = {...}
            SET operatorRequests = list_append(if_not_exists(operatorRequests, []), [{...}])
            SET outcomeSummary = 'CANCELLED: 0 of 1 waves completed, 0 of 2 servers launched'
            SET outcomeDetails = {...}
            SET waves[0].status = 'CANCELLED'
            SET waves[0].endTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
            REMOVE pausedTime
            REMOVE pauseReminder
            IF attribute_exists(executionId)
            IF attribute_not_exists(version)
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            """);
  }

  @Test
  void creates_the_item_and_gives_the_lock_back_or_neither() {
    var dynamoDb = new CapturingDynamoDb();
    var created = PendingExecution.create(Executions.details(), Vector.of(plan(0)));

    dynamoDb
        .store()
        .newExecutions()
        .create(
            new NewExecution(
                created.next(), requestBy("alice"), LOCK, new Entries(7, Vector.of(OTHER))));

    var writes = dynamoDb.transaction().transactItems();
    assertThat(writes).hasSize(3);
    assertThat(dynamoDb.transaction().clientRequestToken()).isEqualTo("write-1");
    var put = writes.get(0).put();
    assertThat(put.conditionExpression()).isEqualTo("attribute_not_exists(executionId)");
    assertThat(put.item()).containsKeys("waves", "totalWaves", "version", "startRequest");
    var unlock = writes.get(1).update();
    assertThat(unlock.key())
        .isEqualTo(
            Map.of(
                "executionId", Attributes.text("execution-lock-plan-1"),
                "planId", Attributes.text("plan-1")));
    assertThat(
            Spelled.out(
                unlock.updateExpression(),
                unlock.conditionExpression(),
                unlock.expressionAttributeNames(),
                unlock.expressionAttributeValues()))
        .isEqualTo(
            """
            SET lockExpiry = 0
            SET lastStartedExecutionId = 'execution-1'
            IF lockExpiry = 1772366430
            IF lockHolder = 'execution-1'
            """);
    var register = writes.get(2).update();
    assertThat(register.key())
        .isEqualTo(
            Map.of(
                "executionId", Attributes.text("execution-lock-starts"),
                "planId", Attributes.text("execution-lock-starts")));
    assertThat(spelled(register))
        .isEqualTo(
            """
            SET status = 'LOCK'
            SET version = 8
            SET startedExecutions = ['other' 'execution-1']
            IF version = 7
            """);
  }

  private static String spelled(Update update) {
    return Spelled.out(
        update.updateExpression(),
        update.conditionExpression(),
        update.expressionAttributeNames(),
        update.expressionAttributeValues());
  }

  @Test
  void the_first_start_of_all_makes_the_register() {
    var dynamoDb = new CapturingDynamoDb();
    var created = PendingExecution.create(Executions.details(), Vector.of(plan(0))).next();

    dynamoDb
        .store()
        .newExecutions()
        .create(new NewExecution(created, requestBy("alice"), LOCK, Entries.NONE));

    assertThat(spelled(dynamoDb.transaction().transactItems().get(2).update()))
        .isEqualTo(
            """
            SET status = 'LOCK'
            SET version = 1
            SET startedExecutions = ['execution-1']
            IF attribute_not_exists(version)
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "ConditionalCheckFailed, ConditionalCheckFailed, ConditionalCheckFailed, ID_TAKEN",
    "None, ConditionalCheckFailed, ConditionalCheckFailed, LOCK_LOST",
    "None, None, ConditionalCheckFailed, REGISTER_MOVED",
    "None, None, TransactionConflict, BUSY",
    "TransactionConflict, None, ConditionalCheckFailed, REGISTER_MOVED",
    "ThrottlingError, None, None, BUSY",
    "None, ProvisionedThroughputExceeded, None, BUSY"
  })
  void a_cancelled_start_knows_why(String item, String lock, String register, Creation why) {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.cancel(item, lock, register);
    var created = PendingExecution.create(Executions.details(), Vector.of(plan(0))).next();

    assertThat(
            dynamoDb
                .store()
                .newExecutions()
                .create(new NewExecution(created, requestBy("alice"), LOCK, Entries.NONE)))
        .isEqualTo(why);
  }

  @Test
  void a_start_that_dynamodb_does_not_understand_is_a_fault() {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.cancel("ValidationError", "None", "None");
    var created = PendingExecution.create(Executions.details(), Vector.of(plan(0))).next();
    var start = new NewExecution(created, requestBy("alice"), LOCK, Entries.NONE);

    assertThatThrownBy(() -> dynamoDb.store().newExecutions().create(start))
        .isInstanceOf(AwsRefusedException.class);
  }

  @Test
  void takes_a_lock() {
    var dynamoDb = new CapturingDynamoDb();

    var lock = dynamoDb.store().locks().acquire(KEY.planId(), KEY.executionId(), NOON);

    assertThat(lock).isEqualTo(Either.right(LOCK));

    assertThat(Spelled.out(dynamoDb.update()))
        .isEqualTo(
            """
            SET status = 'LOCK'
            SET startTime = 1772366400
            SET lockExpiry = 1772366430
            SET lockHolder = 'execution-1'
            IF attribute_not_exists(executionId) OR lockExpiry < 1772366400
            """);
  }

  @Test
  void gives_a_lock_back() {
    var dynamoDb = new CapturingDynamoDb();

    dynamoDb.store().locks().release(LOCK);

    assertThat(Spelled.out(dynamoDb.update()))
        .isEqualTo(
            """
            SET lockExpiry = 0
            IF lockExpiry = 1772366430
            IF lockHolder = 'execution-1'
            """);
  }

  private static final String ENDED =
      "IF status IN ('COMPLETED', 'COMPLETED_WITH_WARNINGS', 'FAILED', 'PARTIAL', 'TIMEOUT', "
          + "'TIMED_OUT', 'TERMINATED', 'SUCCEEDED', 'CANCELLED', 'ABORTED')\n";

  @Test
  void records_who_asks_for_a_termination() {
    assertThat(written(store -> store.terminations().request(KEY, requestBy("bob"))))
        .isEqualTo(
            """
            SET terminationRequest = {...}
            IF attribute_exists(executionId)
            """
                + ENDED
                + "IF (attribute_not_exists(instancesTerminated) OR instancesTerminated <> %s)\n"
                    .formatted(Attributes.flag(true)));
  }

  /** Appended: the job of another operator at the same moment stays. */
  @Test
  void records_a_termination_job() {
    var job = new TerminateJob(new JobId("drsjob-9"), "eu-west-1", 2);

    assertThat(written(store -> store.terminations().recordJob(KEY, job, NOON)))
        .isEqualTo(
            """
            SET terminateJobs = list_append(if_not_exists(terminateJobs, []), [{...}])
            SET terminationInitiatedAt = 1772366400
            IF attribute_exists(executionId)
            """
                + ENDED
                + "IF (NOT contains(terminateJobs, {...}))\n");
  }

  @Test
  void records_that_no_instance_is_left() {
    var terminated = Attributes.flag(true);

    assertThat(written(store -> store.terminations().recordTerminated(KEY, 3, NOON)))
        .isEqualTo(
            """
            SET instancesTerminated = %s
            SET instancesTerminatedAt = 1772366400
            IF attribute_exists(executionId)
            %sIF (attribute_not_exists(instancesTerminated) OR instancesTerminated <> %s)
            IF size(terminateJobs) = 3
            """
                .formatted(terminated, ENDED, terminated));
  }
}
