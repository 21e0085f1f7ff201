package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.PlanRefusal.NoWaves;
import io.drsorchestrator.application.create.PlanRefusal.PlanNotFound;
import io.drsorchestrator.application.create.PlanRefusal.WaveWithoutGroup;
import io.drsorchestrator.application.create.PlanRefusal.WaveWithoutServers;
import io.drsorchestrator.application.create.StartRefusal.ExecutionIdTaken;
import io.drsorchestrator.application.create.StartRefusal.StartInProgress;
import io.drsorchestrator.application.memory.RecordedWorkflows;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCreated;
import io.drsorchestrator.domain.execution.LifecycleEvent.WorkflowStartPostponed;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreateExecutionTest {

  private static final ExecutionId ID = new ExecutionId("given-id");
  private static final ExecutionId OTHER = new ExecutionId("other");

  private final Workbench bench = new Workbench();
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)));

  private static StartPlan withId(PlanId plan) {
    return Workbench.start(Option.some(ID), plan, ExecutionType.RECOVERY);
  }

  private Vector<ExecutionId> executionsInTheWayOf(PlanId refused) {
    return ((ServerConflict) refusal(refused)).inExecutions().map(c -> c.execution().executionId());
  }

  private StartRefusal refusal(PlanId refused) {
    return bench.useCases().create().create(Workbench.start(refused)).getLeft();
  }

  /** Another program has spoiled the record of an execution that the register of starts has. */
  @Test
  void refuses_to_start_beside_an_execution_that_nobody_can_read() {
    var spoiled = bench.started(1);
    var key = bench.read(spoiled).key();
    bench
        .store()
        .put(
            key,
            Map.of(
                "executionId",
                spoiled.value(),
                "planId",
                key.planId().value(),
                "status",
                "HALF_DONE"));
    var before = bench.workflows().starts();

    var refused = refusal(plan);

    assertThat(refused.kind()).isEqualTo(StartRefusal.Kind.UNAVAILABLE);
    assertThat(refused.code()).isEqualTo("START_CHECKS_UNAVAILABLE");
    assertThat(refused.message())
        .contains("Nothing has been started", spoiled.value(), "'HALF_DONE'");
    assertThat(bench.workflows().starts()).isEqualTo(before);

    bench.store().delete(key);
    assertThat(bench.clock().instant())
        .as("the lock has not expired, it was given back")
        .isEqualTo(NOON);
    assertThat(bench.useCases().create().create(Workbench.start(plan)).isRight()).isTrue();
  }

  @Test
  void creates_every_wave_and_starts_the_workflow() {
    var decision = bench.useCases().create().create(withId(plan)).get().decision();

    assertThat(decision.status()).isEqualTo(ExecutionStatus.PENDING);
    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
    assertThat(decision.waves()).containsExactly(WaveStatus.PENDING, WaveStatus.PENDING);
    var execution = bench.active(ID);
    assertThat(bench.workflows().starts()).containsExactly(execution.key());
    assertThat(execution.facts().workflow())
        .containsExactly(RecordedWorkflows.arnOf(execution.key()));
    assertThat(execution.facts().details().startTime()).isEqualTo(NOON);
    assertThat(execution.facts().details().type()).isEqualTo(ExecutionType.RECOVERY);
    assertThat(execution.facts().details().account()).isEqualTo(Workbench.HUB);
    assertThat(bench.journal().events(ID)).containsExactly(new ExecutionCreated(2));
  }

  @Test
  void keeps_who_started_it_and_why() {
    var request = new OperatorRequest("carol", Option.some("fire"), NOON);
    bench
        .useCases()
        .create()
        .create(
            new StartPlan(
                Option.some(ID), plan, ExecutionType.RECOVERY, "alice", request, Option.none()));

    var document = bench.store().ports().documents().document(ID).get();
    assertThat(document.get("initiatedBy")).isEqualTo("alice");
    assertThat(document.get("startRequest"))
        .isEqualTo(
            Map.of("requestedBy", "carol", "reason", "fire", "requestedAt", NOON.getEpochSecond()));
  }

  @Test
  void repeating_the_command_changes_nothing() {
    bench.useCases().create().create(withId(plan));
    bench.startWave(ID, 0);
    var before = bench.store().snapshot();

    var again = bench.useCases().create().create(withId(plan)).get().decision();

    assertThat(again.status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(bench.store().snapshot()).isEqualTo(before);
    assertThat(bench.workflows().starts()).hasSize(1);
    assertThat(bench.journal().events(ExecutionCreated.class)).hasSize(1);
  }

  @Test
  void repeating_the_command_after_the_end_answers_with_the_end() {
    bench.useCases().create().create(withId(plan));
    bench.useCases().cancel().cancel(ID, requestBy("bob"));

    assertThat(bench.useCases().create().create(withId(plan)).get().decision().status())
        .isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void an_id_that_belongs_to_another_plan_is_refused() {
    bench.useCases().create().create(withId(plan));
    var other = bench.save(Vector.of(SampleWaves.plan(0)));

    assertThat(bench.useCases().create().create(withId(other)).getLeft())
        .isEqualTo(new ExecutionIdTaken(ID));
  }

  @Test
  void a_plan_is_executed_once_at_a_time() {
    bench.useCases().create().create(withId(plan));

    assertThat(executionsInTheWayOf(plan)).containsOnly(ID);
    assertThat(bench.workflows().starts()).hasSize(1);
  }

  @Test
  void a_refused_start_gives_the_lock_back() {
    bench.useCases().create().create(withId(plan));
    refusal(plan);

    assertThat(bench.store().ports().locks().acquire(plan, OTHER, NOON).isRight()).isTrue();
  }

  /** The index lags: the newest execution is known from the lock. */
  @Test
  void an_execution_that_no_index_knows_yet_is_seen() {
    bench.store().freezeIndexes();
    bench.useCases().create().create(withId(plan));

    assertThat(executionsInTheWayOf(plan)).containsOnly(ID);
  }

  /** The index lags: what it takes for active has ended. */
  @Test
  void an_execution_that_an_index_takes_for_active_does_not_block_its_plan() {
    bench.useCases().create().create(withId(plan));
    bench.store().freezeIndexes();
    bench.useCases().cancel().cancel(ID, requestBy("bob"));

    assertThat(bench.useCases().create().create(Workbench.start(plan)).isRight()).isTrue();
  }

  @Test
  void two_starts_at_the_same_moment_are_not_both_carried_out() {
    bench.store().ports().locks().acquire(plan, OTHER, NOON);

    assertThat(refusal(plan)).isEqualTo(new StartInProgress(plan, Option.some(OTHER)));
    assertThat(bench.workflows().starts()).isEmpty();
  }

  /** A slow start loses its lock; another one takes it in the meantime. */
  @Test
  void a_start_whose_write_conflicts_starts_no_workflow() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("NewExecutions.create")) {
                var lock = self[0].store().ports().locks();
                assertThat(
                        lock.acquire(new PlanId("plan-1"), OTHER, NOON.plusSeconds(31)).isRight())
                    .isTrue();
              }
              return effect.get();
            });
    var contested = self[0].save(Vector.of(SampleWaves.plan(0)));

    assertThat(self[0].useCases().create().create(Workbench.start(contested)).getLeft())
        .isEqualTo(new StartInProgress(contested, Option.none()));
    assertThat(self[0].workflows().starts()).isEmpty();
    assertThat(self[0].journal().entries()).isEmpty();
  }

  @Test
  void an_unknown_plan_is_refused() {
    assertThat(refusal(new PlanId("unknown"))).isEqualTo(new PlanNotFound(new PlanId("unknown")));
  }

  @Test
  void a_plan_without_waves_is_refused() {
    var empty = bench.save(Vector.empty());

    assertThat(refusal(empty)).isEqualTo(new NoWaves(empty, "Plan"));
  }

  @Test
  void a_wave_whose_group_is_unknown_is_refused() {
    var wave = SampleWaves.plan(0);
    var orphan = new PlanId("orphan");
    bench.store().put(new RecoveryPlan(orphan, "Plan", Vector.of(nowhere(wave))));

    assertThat(refusal(orphan)).isEqualTo(new WaveWithoutGroup(nowhere(wave)));
  }

  private static WavePlan nowhere(WavePlan wave) {
    return new WavePlan(
        wave.number(), wave.name(), Option.some("pg-unknown"), wave.serverIds(), false);
  }

  @Test
  void a_wave_without_servers_is_refused_unless_its_group_finds_them_by_tags() {
    var wave = new WavePlan(WaveNumber.FIRST, "Empty", Option.some("pg-e"), Vector.empty(), false);
    var empty = bench.save(Vector.of(wave));
    assertThat(refusal(empty)).isEqualTo(new WaveWithoutServers(wave));

    bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-e", SampleWaves.REGION, Option.none(), HashMap.of("tier", "db")));
    assertThat(bench.useCases().create().create(Workbench.start(empty)).get().warnings())
        .singleElement()
        .asString()
        .startsWith("Wave 1 (Empty): no server carries the tags");
  }

  @Test
  void a_workflow_that_does_not_start_leaves_the_execution_to_the_reconciler() {
    bench.workflows().fail();

    var decision = bench.useCases().create().create(withId(plan)).get().decision();

    assertThat(decision.status()).isEqualTo(ExecutionStatus.PENDING);
    assertThat(bench.active(ID).facts().workflow()).isEmpty();
    assertThat(bench.journal().events(WorkflowStartPostponed.class)).hasSize(1);
  }

  @Test
  void a_workflow_that_can_never_start_fails_the_execution_and_frees_its_plan() {
    bench.workflows().refuse();

    var decision = bench.useCases().create().create(withId(plan)).get().decision();

    assertThat(decision.status()).isEqualTo(ExecutionStatus.FAILED);
    Execution failed = bench.read(ID);
    assertThat(failed.waveStatuses()).containsOnly(WaveStatus.CANCELLED);
    bench.workflows().recover();
    assertThat(bench.useCases().create().create(Workbench.start(plan)).isRight()).isTrue();
  }

  @Test
  void a_command_is_given_an_id_and_nothing_else() {
    var command = Workbench.start(new PlanId("plan-1"));

    assertThat(command.withId(Option.some(new ExecutionId("e-1"))))
        .isEqualTo(
            Workbench.start(
                Option.some(new ExecutionId("e-1")), new PlanId("plan-1"), ExecutionType.DRILL));
  }
}
