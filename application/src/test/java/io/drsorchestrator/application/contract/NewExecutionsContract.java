package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** Executions come into being once, whole, and with one workflow. */
public abstract class NewExecutionsContract extends StoreContract {

  private final ExecutionKey key = Recorded.newKey();

  private PlanLock lock(int seconds) {
    return store().locks().acquire(key.planId(), NOON.plusSeconds(seconds)).get();
  }

  private WriteOutcome create(PlanLock lock) {
    return store().newExecutions().create(execution(key), lock);
  }

  private static PendingExecution execution(ExecutionKey key) {
    return PendingExecution.create(Recorded.details(key), Vector.of(SampleWaves.plan(0))).next();
  }

  @Test
  void reads_back_the_plan_as_it_was_when_the_execution_was_created() {
    var account =
        new AccountContext("444455556666", Option.some("Role"), Option.some("external"), false);
    var details =
        new ExecutionDetails(key, "Tiers", ExecutionType.RECOVERY, "alice", NOON, account);
    var byTags =
        new WavePlan(new WaveNumber(2), "By tags", Option.some("pg-t"), Vector.empty(), false);
    var plan = Vector.of(SampleWaves.plan(0, 3), SampleWaves.gated(SampleWaves.plan(1)), byTags);
    var created = PendingExecution.create(details, plan).next();

    assertThat(store().newExecutions().create(created, lock(0))).isEqualTo(WriteOutcome.WRITTEN);

    assertThat(store().executions().find(key.executionId())).containsExactly(created);
  }

  @Test
  void an_unknown_execution_is_not_found() {
    assertThat(store().executions().find(new ExecutionId("unknown"))).isEmpty();
  }

  @Test
  void creating_the_same_execution_twice_conflicts() {
    create(lock(0));
    new Recorded(store(), key).claim();
    var before = store().documents().document(key.executionId());

    assertThat(create(lock(1))).isEqualTo(WriteOutcome.CONFLICT);

    assertThat(store().documents().document(key.executionId())).isEqualTo(before);
  }

  @Test
  void a_refused_creation_does_not_give_the_lock_back() {
    create(lock(0));
    create(lock(1));

    assertThat(store().locks().acquire(key.planId(), NOON.plusSeconds(2))).isEmpty();
  }

  @Test
  void a_start_that_has_lost_its_lock_creates_nothing() {
    var lost = lock(0);
    var taken = lock(31);

    assertThat(create(lost)).isEqualTo(WriteOutcome.CONFLICT);
    assertThat(store().executions().find(key.executionId())).isEmpty();
    assertThat(create(taken)).isEqualTo(WriteOutcome.WRITTEN);
  }

  @Test
  void a_start_that_has_given_its_lock_back_creates_nothing() {
    var lock = lock(0);
    store().locks().release(lock);

    assertThat(create(lock)).isEqualTo(WriteOutcome.CONFLICT);
    assertThat(store().executions().find(key.executionId())).isEmpty();
  }

  @Test
  void creating_gives_the_lock_back_and_the_next_one_knows_of_it() {
    create(lock(0));

    assertThat(lock(0).lastStarted()).containsExactly(key.executionId());
  }

  @Test
  void adopting_puts_the_workflow_on_record_and_changes_nothing_else() {
    create(lock(0));

    assertThat(store().newExecutions().adopt(key, WORKFLOW_ARN)).isEqualTo(WriteOutcome.WRITTEN);

    var found = new Recorded(store(), key).active();
    assertThat(found.facts().workflow()).containsExactly(WORKFLOW_ARN);
    assertThat(found.facts().revision()).isEqualTo(execution(key).facts().revision());
    assertThat(found.status()).isEqualTo(execution(key).status());
  }

  @Test
  void adopting_again_is_harmless() {
    create(lock(0));
    store().newExecutions().adopt(key, WORKFLOW_ARN);

    assertThat(store().newExecutions().adopt(key, WORKFLOW_ARN)).isEqualTo(WriteOutcome.WRITTEN);
  }

  @Test
  void adopting_by_another_workflow_conflicts() {
    create(lock(0));
    store().newExecutions().adopt(key, WORKFLOW_ARN);

    assertThat(store().newExecutions().adopt(key, STRANGER_ARN)).isEqualTo(WriteOutcome.CONFLICT);
    assertThat(new Recorded(store(), key).active().facts().workflow())
        .containsExactly(WORKFLOW_ARN);
  }
}
