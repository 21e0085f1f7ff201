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
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** What holds for every write to an execution. */
class EveryWriteTest {

  private static final WaveNumber WAVE = WaveNumber.FIRST;

  /** A write through one of the ports. */
  @FunctionalInterface
  interface Write {

    WriteOutcome to(ExecutionStore store);
  }

  private static WaveProgress progress() {
    var execution = execution().withRunningWave().polling();
    var wave = (RunningWave) execution.waves().active().get();
    return execution.observe(wave, SampleWaves.success(wave), NOON, POLICY);
  }

  private static WaveLaunch launch() {
    return WaveLaunch.of(KEY, SampleWaves.claimed(plan(0)), SampleWaves.jobOf(plan(0))).get();
  }

  /** The writes that are recognised by what they wrote of one wave. */
  static Vector<Named<Write>> factWrites() {
    return Vector.of(
        write("record", store -> store.records().record(progress(), NOON)),
        write("recordLaunch", store -> store.claims().recordLaunch(launch())));
  }

  static Vector<Named<Write>> lifecycleWrites() {
    var one = execution().withWaves(2);
    var gated = one.withGateBefore(0);
    return Vector.of(
        write(
            "claim",
            store ->
                store
                    .claims()
                    .claim(
                        one.pending()
                            .claimWave(WAVE, target(plan(0)), attempt("attempt-1", NOON))
                            .get(),
                        WAVE)),
        write(
            "failLaunch",
            store ->
                store.claims().failLaunch(one.pending().failLaunch(WAVE, "no", NOON).get(), WAVE)),
        write(
            "requestPause",
            store -> store.gates().requestPause(one.pending().requestPause(requestBy("b")).get())),
        write(
            "pause",
            store -> store.gates().pause(gated.pending().pause(WORKFLOW, TOKEN, NOON).get())),
        write(
            "requestResume",
            store -> store.gates().requestResume(one.paused().requestResume(requestBy("d")).get())),
        write(
            "resume",
            store -> store.gates().resume(one.withRequest().paused().resume(WORKFLOW, NOON).get())),
        write(
            "fail",
            store -> store.endings().fail(one.paused().workflowDied(WORKFLOW_DIED, NOON).get())),
        write(
            "requestCancel",
            store ->
                store.endings().requestCancel(one.paused().requestCancel(requestBy("c")).get())),
        write(
            "requestCancel during a wave",
            store ->
                store
                    .endings()
                    .requestCancel(
                        one.withRunningWave().polling().requestCancel(requestBy("c")).get())),
        write(
            "finishCancel",
            store -> store.endings().finishCancel(one.cancelling().finishCancel(NOON).get())),
        write(
            "complete",
            store ->
                store
                    .completions()
                    .complete(
                        one.withCompletedWaves(2).polling().finalizeBy(WORKFLOW, NOON).get())));
  }

  /** What is recorded after an execution has ended. */
  static Vector<Named<Write>> terminationWrites() {
    var job = new Terminations.TerminateJob(new JobId("drsjob-9"), "eu-west-1", 2);
    return Vector.of(
        write("request termination", s -> s.terminations().request(KEY, requestBy("t"))),
        write("record terminate job", s -> s.terminations().recordJob(KEY, job, NOON)),
        write("record terminated", s -> s.terminations().recordTerminated(KEY, 1, NOON)),
        write("remind of a drill", EveryWriteTest::remindOfDrill));
  }

  /** The status of an ended execution never moves, and nobody needs its version any more. */
  @ParameterizedTest
  @MethodSource("terminationWrites")
  void a_termination_writes_neither_the_status_nor_the_version(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    write.to(dynamoDb.store());

    assertThat(Spelled.out(dynamoDb.update()).lines())
        .noneMatch(line -> line.startsWith("SET status") || line.startsWith("SET version"))
        .anyMatch(line -> line.startsWith("IF status IN ('COMPLETED', "));
  }

  static Vector<Named<Write>> writes() {
    return lifecycleWrites()
        .appendAll(factWrites())
        .appendAll(terminationWrites())
        .append(write("adopt", store -> store.newExecutions().adopt(KEY, WORKFLOW_ARN)))
        .append(write("warn", store -> warn(store, Option.some("no such subnet"))))
        .append(write("take a warning back", store -> warn(store, Option.none())))
        .append(
            write(
                "endLease",
                store -> store.claims().endLease(KEY, WAVE, attempt("attempt-1", NOON), NOON)))
        .append(write("remind", EveryWriteTest::remind));
  }

  private static WriteOutcome remindOfDrill(ExecutionStore store) {
    var reminder =
        new DrillInstancesLive(
            DrillReminder.NONE.reminded(NOON),
            "Plan",
            Option.some(NOON),
            Option.some(NOON),
            Vector.empty());
    return store.drills().record(KEY, reminder);
  }

  private static WriteOutcome remind(ExecutionStore store) {
    var paused = execution().paused();
    return store.reminders().record(paused, paused.overdue(NOON.plusSeconds(1800)).get());
  }

  private static WriteOutcome warn(ExecutionStore store, Option<String> warning) {
    return store.claims().warn(KEY, WAVE, attempt("attempt-1", NOON), warning);
  }

  private static Named<Write> write(String name, Write write) {
    return Named.of(name, write);
  }

  /** No zombie comes back after a delete. */
  @ParameterizedTest
  @MethodSource("writes")
  void needs_the_item_to_exist(Write write) {
    var dynamoDb = new CapturingDynamoDb();

    assertThat(write.to(dynamoDb.store())).isEqualTo(WriteOutcome.WRITTEN);

    assertThat(dynamoDb.update().conditionExpression())
        .startsWith("attribute_exists(#executionId) AND ");
    assertThat(dynamoDb.update().expressionAttributeNames())
        .containsEntry("#executionId", "executionId");
  }

  /** DynamoDB refuses a request that declares what it does not use. */
  @ParameterizedTest
  @MethodSource("writes")
  void declares_what_it_uses_and_nothing_else(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    write.to(dynamoDb.store());

    var request = dynamoDb.update();
    var used =
        Vector.of(
                (request.updateExpression() + " " + request.conditionExpression())
                    .split("[^#:\\w]+"))
            .filter(word -> word.startsWith("#") || word.startsWith(":"));
    assertThat(used.distinct())
        .containsExactlyInAnyOrderElementsOf(
            Vector.ofAll(request.expressionAttributeNames().keySet())
                .appendAll(request.expressionAttributeValues().keySet()));
  }

  /** No overwrite of the whole list: other writers have other waves. */
  @ParameterizedTest
  @MethodSource("writes")
  void changes_single_fields_of_waves_only(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    write.to(dynamoDb.store());

    assertThat(
            dynamoDb.update().updateExpression().replaceAll("#w\\[\\d+](\\.#\\w+(\\[\\d+])?)+", ""))
        .doesNotContain("#w");
  }

  @ParameterizedTest
  @MethodSource("lifecycleWrites")
  void moves_the_version_that_it_is_conditional_on(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    write.to(dynamoDb.store());

    assertThat(Spelled.out(dynamoDb.update()).lines())
        .contains("SET version = 8", "IF version = 7");
  }

  /** D1: what a poll writes cannot change the status, not even by a slip in a value. */
  @Test
  void a_poll_names_neither_the_status_of_the_execution_nor_its_version() {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.store().records().record(progress(), NOON);

    var request = dynamoDb.update();
    var expressions = request.updateExpression() + " " + request.conditionExpression();
    assertThat(expressions.replaceAll("#w\\[0]\\.#s\\b", "")).doesNotContain("#s ");
    assertThat(request.expressionAttributeNames().values())
        .doesNotContain("version", "pauseRequest", "taskToken", "resumeRequest");
    assertThat(HashMap.ofAll(request.expressionAttributeNames()).filterValues("status"::equals))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void asks_for_what_is_stored_when_its_condition_fails(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    write.to(dynamoDb.store());

    assertThat(dynamoDb.update().returnValuesOnConditionCheckFailure())
        .isEqualTo(ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void conflicts_when_somebody_else_has_won(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.refuse(
        Map.of(
            "transitionId", Attributes.text("somebody's"),
            "waves", waves(Map.of("writer", Attributes.text("somebody's")))));

    assertThat(write.to(dynamoDb.store())).isEqualTo(WriteOutcome.CONFLICT);
  }

  /** The SDK repeats a write whose answer got lost; the repeat meets what the first try wrote. */
  @ParameterizedTest
  @MethodSource("lifecycleWrites")
  void recognises_its_own_first_try(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.refuse(Map.of("transitionId", Attributes.text("write-1")));

    assertThat(write.to(dynamoDb.store())).isEqualTo(WriteOutcome.WRITTEN);
    assertThat(Spelled.out(dynamoDb.update()).lines()).contains("SET transitionId = 'write-1'");
  }

  @ParameterizedTest
  @MethodSource("factWrites")
  void recognises_the_facts_of_its_own_first_try(Write write) {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.refuse(
        Map.of(
            "waves",
            waves(
                Map.of(
                    "writer", Attributes.text("write-1"), "jobId", Attributes.text("drsjob-0")))));

    assertThat(write.to(dynamoDb.store())).isEqualTo(WriteOutcome.WRITTEN);
  }

  /** A poll marks the wave and nothing else: another wave's poller has another mark. */
  @Test
  void a_poll_is_recognised_by_the_mark_on_its_wave() {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.store().records().record(progress(), NOON);

    assertThat(Spelled.out(dynamoDb.update()).lines()).contains("SET waves[0].writer = 'write-1'");
  }

  /** Two that remind at the same second have different marks, so one of them has lost. */
  @Test
  void a_reminder_is_recognised_by_its_mark() {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.refuse(reminder("write-1"));

    assertThat(remind(dynamoDb.store())).isEqualTo(WriteOutcome.WRITTEN);

    dynamoDb.refuse(reminder("somebody's"));
    assertThat(remind(dynamoDb.store())).isEqualTo(WriteOutcome.CONFLICT);
  }

  @Test
  void a_reminder_of_a_drill_is_recognised_by_its_mark() {
    var dynamoDb = new CapturingDynamoDb();
    dynamoDb.refuse(reminder("drillReminder", "write-1"));

    assertThat(remindOfDrill(dynamoDb.store())).isEqualTo(WriteOutcome.WRITTEN);

    dynamoDb.refuse(reminder("drillReminder", "somebody's"));
    assertThat(remindOfDrill(dynamoDb.store())).isEqualTo(WriteOutcome.CONFLICT);
  }

  private static Map<String, AttributeValue> reminder(String writer) {
    return reminder("pauseReminder", writer);
  }

  private static Map<String, AttributeValue> reminder(String attribute, String writer) {
    return Map.of(
        attribute,
        Attributes.map(Map.of("writer", Attributes.text(writer), "count", Attributes.number(1))));
  }

  private static AttributeValue waves(Map<String, AttributeValue> wave) {
    return Attributes.list(List.of(Attributes.map(wave)));
  }
}
