package io.drsorchestrator.local.aws.dynamodb;

import static io.drsorchestrator.application.contract.Recorded.newKey;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore.TABLES;
import static io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.drsorchestrator.application.contract.Recorded;
import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that other programs and older versions wrote (contract, section 2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldItemsTest {

  private static final AttributeValue ONE_PM = fromN("1772370000");

  private final DynamoDbTestedStore store = DynamoDbTestedStore.start();

  @AfterAll
  void stop() {
    store.close();
  }

  /** As in section 2.7: one wave done, one STARTED, one not there yet; no version, no count. */
  private Recorded midFlight(ExecutionKey key, String status) {
    put(item(key, status));
    return new Recorded(store.ports(), key);
  }

  private void put(Map<String, AttributeValue> item) {
    store.put(TABLES.executionHistory(), item);
  }

  private static Map<String, AttributeValue> item(ExecutionKey key, String status) {
    var item = new HashMap<String, AttributeValue>();
    item.put("executionId", text(key.executionId().value()));
    item.put("planId", text(key.planId().value()));
    item.put("planName", text("Three tier app"));
    item.put("executionType", text("DRILL"));
    item.put("status", text(status));
    item.put("startTime", ONE_PM);
    item.put("initiatedBy", text("operator@example.com"));
    item.put("totalWaves", fromN("3"));
    item.put("stateMachineArn", text("arn:aws:states:us-east-1:111122223333:execution:old:1"));
    item.put("outcomeSummary", text("somebody else's"));
    item.put("waves", fromL(List.of(wave(0, "COMPLETED"), wave(1, "STARTED"))));
    return item;
  }

  private static AttributeValue wave(int number, String status) {
    var server = Map.of("sourceServerId", text("s-" + number), "launchStatus", text("PENDING"));
    return fromM(
        Map.of(
            "waveNumber", fromN(Integer.toString(number)),
            "waveName", text("Tier " + number),
            "status", text(status),
            "jobId", text("drsjob-" + number),
            "region", text("us-east-1"),
            "startTime", ONE_PM,
            "serverIds", fromL(List.of(text("s-" + number))),
            "serverStatuses", fromL(List.of(fromM(server)))));
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, POLLING",
    "IN_PROGRESS, POLLING",
    "INITIATED, POLLING",
    "LAUNCHING, POLLING",
    "STARTED, POLLING",
    "PAUSE_PENDING, POLLING",
    "COMPLETED_WITH_WARNINGS, COMPLETED",
    "PARTIAL, FAILED",
    "TIMEOUT, FAILED",
    "TIMED_OUT, FAILED",
    "TERMINATED, FAILED",
    "ABORTED, CANCELLED"
  })
  void discovers_and_reads_an_old_word_as_ours(String word, ExecutionStatus status) {
    var recorded = midFlight(newKey(), word);

    assertThat(store.ports().discovery().withStatus(status).map(Candidate::id))
        .contains(recorded.key().executionId());
    assertThat(recorded.read().status()).isEqualTo(status);
    assertThat(recorded.document()).containsEntry("status", word);
  }

  @Test
  void waves_that_are_not_stored_yet_are_not_completed() {
    assertThat(midFlight(newKey(), "RUNNING").read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.POLLING, WaveStatus.PENDING);
  }

  /** The victims of the old bug: COMPLETED with waves outstanding (D1). */
  @Test
  void an_execution_that_an_older_system_ended_wrongly_is_shown_as_it_is() {
    var recorded = midFlight(newKey(), "COMPLETED");

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(recorded.read().completedWaves()).isEqualTo(1);
    assertThat(recorded.document()).containsEntry("totalWaves", 3L);
  }

  @Test
  void a_status_that_nobody_knows_is_a_fault_and_no_outcome() {
    var recorded = midFlight(newKey(), "MELTED");

    assertThatThrownBy(recorded::read).hasMessageContaining("MELTED");
    assertThat(recorded.document()).containsEntry("status", "MELTED");
  }

  @Test
  void an_old_word_for_a_scheduled_pause_is_a_request_to_pause() {
    var recorded = midFlight(newKey(), "PAUSE_PENDING");

    assertThat(recorded.startable().pauseRequest()).isNotEmpty();
  }

  @Test
  void times_may_be_texts() {
    var key = newKey();
    var item = item(key, "RUNNING");
    item.put("startTime", text("2026-03-01T12:00:00Z"));
    item.put("lastPolledTime", text("1772370000"));
    put(item);

    var found =
        store
            .ports()
            .discovery()
            .withStatus(ExecutionStatus.POLLING)
            .find(candidate -> candidate.id().equals(key.executionId()));
    assertThat(found.flatMap(Candidate::startTime)).containsExactly(NOON);
    assertThat(found.flatMap(Candidate::lastPolledTime))
        .containsExactly(Instant.ofEpochSecond(1772370000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOCK", "PENDING", "RUNNING"})
  void a_lock_is_no_execution_whatever_its_status(String status) {
    var plan = newKey().planId();
    var key = new ExecutionKey(new ExecutionId("execution-lock-" + plan), plan);
    put(item(key, status));

    var ports = store.ports();
    assertThat(ports.executions().find(key.executionId())).isEmpty();
    assertThat(ports.documents().document(key.executionId())).isEmpty();
    assertThat(ports.locks().candidates(plan)).isEmpty();
    assertThat(ports.discovery().withStatus(ExecutionStatus.PENDING).map(Candidate::id))
        .doesNotContain(key.executionId());
    assertThat(ports.discovery().withStatus(ExecutionStatus.POLLING).map(Candidate::id))
        .doesNotContain(key.executionId());
  }

  /** Older systems leave their locks behind, with nothing but an expiry. */
  @Test
  void an_expired_lock_of_an_older_system_can_be_taken() {
    var plan = newKey().planId();
    put(
        Map.of(
            "executionId", text("execution-lock-" + plan),
            "planId", text(plan.value()),
            "status", text("LOCK"),
            "startTime", ONE_PM,
            "lockExpiry", fromN("1772370030")));
    var locks = store.ports().locks();

    assertThat(locks.acquire(plan, new ExecutionId("new"), Instant.ofEpochSecond(1772370030)))
        .isEmpty();
    assertThat(
            locks
                .acquire(plan, new ExecutionId("new"), Instant.ofEpochSecond(1772370031))
                .get()
                .lastStarted())
        .isEmpty();
  }

  @Test
  void an_execution_of_an_old_status_is_a_candidate_of_its_plan() {
    var recorded = midFlight(newKey(), "PAUSE_PENDING");

    assertThat(store.ports().locks().candidates(recorded.key().planId()))
        .containsExactly(recorded.key().executionId());
  }

  @Test
  void a_wave_of_an_old_status_is_polled() {
    var recorded = midFlight(newKey(), "RUNNING");

    recorded.observe(wave -> SampleWaves.working(wave, LaunchStatus.IN_PROGRESS));

    assertThat(recorded.running().servers().head().launchStatus())
        .isEqualTo(LaunchStatus.IN_PROGRESS);
    assertThat(recorded.document())
        .containsEntry("status", "RUNNING")
        .containsEntry("outcomeSummary", "somebody else's")
        .doesNotContainKey("version");
  }

  @Test
  void a_wave_of_an_old_status_completes_and_is_counted() {
    var recorded = midFlight(newKey(), "RUNNING").observe(SampleWaves::success);

    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.COMPLETED, WaveStatus.PENDING);
    assertThat(recorded.document()).containsEntry("completedWaves", 2L);
  }

  /** The older system called an account its own for want of a role (D31). */
  @Test
  void another_account_is_not_taken_for_our_own_whatever_an_old_item_says() {
    var key = newKey();
    var item = item(key, "RUNNING");
    item.put(
        "accountContext",
        fromM(
            Map.of(
                "accountId", text("444455556666"),
                "isCurrentAccount", AttributeValue.fromBool(true))));
    put(item);

    var account = new Recorded(store.ports(), key).active().facts().details().account();

    assertThat(account.accountId()).isEqualTo("444455556666");
    assertThat(account.isCurrentAccount()).isFalse();
  }

  /** D1 itself: the waves that are stored are all COMPLETED, and they are not all. */
  @Test
  void the_waves_that_are_stored_do_not_complete_a_plan_that_has_more() {
    var key = newKey();
    var item = item(key, "RUNNING");
    item.put("waves", fromL(List.of(wave(0, "COMPLETED"), wave(1, "COMPLETED"))));
    item.put("completedWaves", fromN("2"));
    put(item);
    var recorded = new Recorded(store.ports(), key);
    var facts = recorded.active().facts();
    var stored = new Waves(facts.waves().all().dropRight(1));
    var unaware =
        new PollingExecution(
            new ExecutionFacts(facts.details(), facts.workflow(), stored, facts.revision()),
            Option.none());
    var workflow = WorkflowAuthority.ofCaller(facts.workflow().get());

    assertThat(store.ports().completions().complete(unaware.finalizeBy(workflow, NOON).get()))
        .isEqualTo(WriteOutcome.CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.POLLING);
  }

  /** Otherwise its plan would be blocked for ever. */
  @Test
  void an_old_execution_whose_workflow_died_fails_although_waves_are_not_stored() {
    var recorded = midFlight(newKey(), "RUNNING");

    recorded.fail();

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(recorded.storedWave(2).get("waveNumber")).isEqualTo(2L);
    assertThat(recorded.document().get("outcomeSummary"))
        .as("written with the end, whoever has written there before (contract 2.3)")
        .asString()
        .startsWith("FAILED: 1 of 3 waves completed");
    assertThat(recorded.version()).isEqualTo(Revision.INITIAL);
  }

  @Test
  void an_old_execution_can_be_cancelled_although_waves_are_not_stored() {
    var recorded = midFlight(newKey(), "RUNNING").requestCancel();

    assertThat(recorded.cancelling().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.POLLING, WaveStatus.CANCELLED);

    recorded.observe(SampleWaves::success).finishCancel();

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  /** As the older system creates it: the list of waves is empty. */
  @Test
  void an_old_execution_that_has_not_started_a_wave_can_be_cancelled() {
    var key = newKey();
    var item = item(key, "PENDING");
    item.put("waves", fromL(List.of()));
    put(item);
    var recorded = new Recorded(store.ports(), key).requestCancel();

    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(recorded.read().waveStatuses()).hasSize(3).containsOnly(WaveStatus.CANCELLED);
  }

  /** The older workflow still runs, and knows nothing of versions. */
  @Test
  void a_wave_that_an_older_system_started_in_between_is_not_overwritten() {
    var recorded = midFlight(newKey(), "RUNNING");
    var stale = recorded.active().requestCancel(requestBy("carol")).get();
    var item = item(recorded.key(), "RUNNING");
    item.put(
        "waves", fromL(List.of(wave(0, "COMPLETED"), wave(1, "COMPLETED"), wave(2, "STARTED"))));
    put(item);

    assertThat(store.ports().endings().requestCancel(stale)).isEqualTo(WriteOutcome.CONFLICT);
    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.COMPLETED, WaveStatus.POLLING);
  }

  /** Wave 1 is done as well, so that it is the turn of the wave that is not stored. */
  private Recorded beforeUnstoredWave(String status) {
    var key = newKey();
    var item = item(key, status);
    item.put("waves", fromL(List.of(wave(0, "COMPLETED"), wave(1, "COMPLETED"))));
    put(item);
    return new Recorded(store.ports(), key);
  }

  @Test
  void a_wave_that_an_older_system_has_not_stored_can_be_claimed_and_launched() {
    var recorded = beforeUnstoredWave("RUNNING").claim();

    assertThat(recorded.claimed().number().value()).isEqualTo(2);
    assertThat(recorded.storedWave(2).get("waveNumber")).isEqualTo(2L);
    assertThat(recorded.storedWave(2).get("status")).isEqualTo("POLLING");

    var launch = recorded.launchOf(recorded.claimed());
    assertThat(store.ports().claims().recordLaunch(launch)).isEqualTo(WriteOutcome.WRITTEN);
    assertThat(recorded.running().jobId()).isEqualTo(launch.wave().jobId());
  }

  @Test
  void a_launch_of_a_wave_that_an_older_system_has_not_stored_can_fail() {
    var recorded = beforeUnstoredWave("RUNNING");
    var wave = new WaveNumber(2);
    var failed = recorded.active().failLaunch(wave, "no servers", NOON).get();

    assertThat(store.ports().claims().failLaunch(failed, wave)).isEqualTo(WriteOutcome.WRITTEN);
    assertThat(recorded.read().waveStatuses().last()).isEqualTo(WaveStatus.FAILED);
    assertThat(recorded.storedWave(2).get("statusMessage")).isEqualTo("no servers");
  }

  @Test
  void a_pause_can_be_asked_for_before_a_wave_that_an_older_system_has_not_stored() {
    var recorded = midFlight(newKey(), "RUNNING").requestPause();

    assertThat(recorded.startable().pauseRequest()).isNotEmpty();
  }

  @Test
  void pauses_and_resumes_before_a_wave_that_an_older_system_has_not_stored() {
    var recorded = beforeUnstoredWave("RUNNING").requestPause();
    var workflow = WorkflowAuthority.ofCaller(recorded.active().facts().workflow().get());
    var paused = recorded.active().pause(workflow, TOKEN, NOON).get();
    assertThat(store.ports().gates().pause(paused)).isEqualTo(WriteOutcome.WRITTEN);
    var asked = recorded.paused().requestResume(requestBy("dora")).get();
    assertThat(store.ports().gates().requestResume(asked)).isEqualTo(WriteOutcome.WRITTEN);

    var resumed = recorded.active().resume(workflow, NOON).get();
    assertThat(store.ports().gates().resume(resumed)).isEqualTo(WriteOutcome.WRITTEN);

    assertThat(recorded.read().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.COMPLETED, WaveStatus.POLLING);
    assertThat(recorded.storedWave(2).get("waveNumber")).isEqualTo(2L);
  }

  /** The older workflow has started it since it was read: nothing is overwritten or appended. */
  @Test
  void a_wave_that_an_older_system_has_stored_since_is_not_claimed() {
    var recorded = beforeUnstoredWave("RUNNING");
    var stale =
        recorded
            .active()
            .claimWave(new WaveNumber(2), SampleWaves.target(SampleWaves.plan(2)), Recorded.FIRST)
            .get();
    var item = item(recorded.key(), "RUNNING");
    item.put(
        "waves", fromL(List.of(wave(0, "COMPLETED"), wave(1, "COMPLETED"), wave(2, "STARTED"))));
    put(item);
    var before = recorded.document();

    assertThat(store.ports().claims().claim(stale, new WaveNumber(2)))
        .isEqualTo(WriteOutcome.CONFLICT);
    assertThat(recorded.document()).isEqualTo(before);
  }

  /** A path past the end appends: with a wave missing in between it would be the wrong one. */
  @Test
  void a_wave_is_not_claimed_into_the_place_of_another() {
    var recorded = beforeUnstoredWave("RUNNING");
    var stale =
        recorded
            .active()
            .claimWave(new WaveNumber(2), SampleWaves.target(SampleWaves.plan(2)), Recorded.FIRST)
            .get();
    var item = item(recorded.key(), "RUNNING");
    item.put("waves", fromL(List.of(wave(0, "COMPLETED"))));
    put(item);

    assertThat(store.ports().claims().claim(stale, new WaveNumber(2)))
        .isEqualTo(WriteOutcome.CONFLICT);
    assertThat((List<?>) recorded.document().get("waves")).hasSize(1);
  }

  @Test
  void of_two_first_lifecycle_writes_to_an_old_item_one_is_written() {
    var recorded = midFlight(newKey(), "RUNNING");
    var stale = recorded.active().workflowDied(WORKFLOW_DIED, NOON).get();
    recorded.requestCancel();

    assertThat(store.ports().endings().fail(stale)).isEqualTo(WriteOutcome.CONFLICT);
    assertThat(recorded.read().status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void a_pause_of_an_old_item_without_a_stored_gate_is_before_the_wave_whose_turn_it_is() {
    var key = newKey();
    var item = item(key, "PAUSED");
    item.put("waves", fromL(List.of(wave(0, "COMPLETED"))));
    item.put("taskToken", text("token"));
    put(item);

    var paused = new Recorded(store.ports(), key).paused();
    assertThat(paused.before().value()).isEqualTo(1);
    assertThat(paused.resumeIntent()).isEmpty();
    assertThat(paused.requestResume(requestBy("dora")).isRight()).isTrue();
    assertThat(Option.of(item.get("pausedBeforeWave"))).isEmpty();
  }
}
