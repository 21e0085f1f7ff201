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

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The whole expression of every write: what it changes, and on what condition. */
class WritesTest {

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
            .pause(WORKFLOW, TOKEN)
            .get();

    assertThat(written(store -> store.gates().pause(paused)))
        .isEqualTo(
            """
            SET version = 8
            SET status = 'PAUSED'
            SET taskToken = 'token-1'
            SET pausedBeforeWave = 1
            SET transitionId = 'write-1'
            REMOVE pauseRequest
            IF attribute_exists(executionId)
            IF version = 7
            IF status IN ('PENDING', 'POLLING', 'RUNNING', 'IN_PROGRESS', 'INITIATED', 'LAUNCHING', 'STARTED', 'PAUSE_PENDING', 'PAUSED')
            IF waves[1].status = 'PENDING'
            """);
  }

  @Test
  void asks_to_resume() {
    var requested = execution().paused().requestResume(requestBy("dora")).get();

    assertThat(written(store -> store.gates().requestResume(requested)))
        .isEqualTo(
            """
            SET version = 8
            SET resumeRequest = {...}
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
            SET waves[0].status = 'CANCELLED'
            SET waves[0].endTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
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
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
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
            SET waves[0].status = 'CANCELLED'
            SET waves[0].endTime = 1772366400
            SET transitionId = 'write-1'
            REMOVE taskToken
            REMOVE pausedBeforeWave
            REMOVE resumeRequest
            REMOVE pauseRequest
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
        .create(created.next(), new PlanLock(KEY.planId(), NOON, Option.none()));

    var writes = dynamoDb.transaction().transactItems();
    assertThat(writes).hasSize(2);
    var put = writes.get(0).put();
    assertThat(put.conditionExpression()).isEqualTo("attribute_not_exists(executionId)");
    assertThat(put.item()).containsKeys("waves", "totalWaves", "version");
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
            """);
  }

  @Test
  void takes_a_lock() {
    var dynamoDb = new CapturingDynamoDb();

    dynamoDb.store().locks().acquire(KEY.planId(), NOON);

    assertThat(Spelled.out(dynamoDb.update()))
        .isEqualTo(
            """
            SET status = 'LOCK'
            SET startTime = 1772366400
            SET lockExpiry = 1772366430
            IF attribute_not_exists(executionId) OR lockExpiry < 1772366400
            """);
  }

  @Test
  void gives_a_lock_back() {
    var dynamoDb = new CapturingDynamoDb();

    dynamoDb.store().locks().release(new PlanLock(KEY.planId(), NOON, Option.none()));

    assertThat(Spelled.out(dynamoDb.update()))
        .isEqualTo(
            """
            SET lockExpiry = 0
            IF lockExpiry = 1772366430
            """);
  }
}
