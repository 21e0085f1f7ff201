package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.STRANGER_ARN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_ARN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.NewExecutions.Creation;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Executions come into being once, whole, and with one workflow. */
public abstract class NewExecutionsContract extends StoreContract {

  private final ExecutionKey key = Recorded.newKey();

  private PlanLock lock(int seconds) {
    return lock(store(), key, seconds);
  }

  private static PlanLock lock(ExecutionStore store, ExecutionKey key, int seconds) {
    return store.locks().acquire(key.planId(), key.executionId(), NOON.plusSeconds(seconds)).get();
  }

  private Creation create(PlanLock lock) {
    return create(execution(key), lock);
  }

  private Creation create(PendingExecution execution, PlanLock lock) {
    return create(execution, lock, store().starts().read());
  }

  private Creation create(PendingExecution execution, PlanLock lock, Entries register) {
    return store()
        .newExecutions()
        .create(new NewExecution(execution, requestBy("alice"), lock, register));
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

    assertThat(create(created, lock(0))).isEqualTo(Creation.CREATED);

    assertThat(store().executions().find(key.executionId())).containsExactly(created);
  }

  @Test
  void keeps_who_started_the_execution_and_why() {
    var request = new OperatorRequest("carol", Option.some("fire"), NOON);
    store()
        .newExecutions()
        .create(new NewExecution(execution(key), request, lock(0), store().starts().read()));

    assertThat(store().documents().document(key.executionId()).get().get("startRequest"))
        .isEqualTo(
            Map.of("requestedBy", "carol", "reason", "fire", "requestedAt", NOON.getEpochSecond()));
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

    assertThat(create(lock(1))).isEqualTo(Creation.ID_TAKEN);

    assertThat(store().documents().document(key.executionId())).isEqualTo(before);
  }

  @Test
  void a_refused_creation_does_not_give_the_lock_back() {
    create(lock(0));
    create(lock(1));

    assertThat(store().locks().acquire(key.planId(), new ExecutionId("other"), NOON.plusSeconds(2)))
        .isEmpty();
  }

  @Test
  void a_start_that_has_lost_its_lock_creates_nothing() {
    var lost = lock(0);
    var taken = lock(31);

    assertThat(create(lost)).isEqualTo(Creation.LOCK_LOST);
    assertThat(store().executions().find(key.executionId())).isEmpty();
    assertThat(create(taken)).isEqualTo(Creation.CREATED);
  }

  /** Its lock expires at the same moment as the one that it has given back. */
  @Test
  void a_start_does_not_take_the_lock_of_another_for_its_own() {
    var mine = lock(0);
    store().locks().release(mine);
    assertThat(store().locks().acquire(key.planId(), new ExecutionId("other"), NOON)).isNotEmpty();

    assertThat(create(mine)).isEqualTo(Creation.LOCK_LOST);
  }

  @Test
  void a_start_that_has_not_seen_the_newest_start_creates_nothing_and_can_look_again() {
    var register = store().starts().read();
    var other = Recorded.create(store(), Vector.of(SampleWaves.plan(0)));
    var lock = lock(0);

    assertThat(create(execution(key), lock, register)).isEqualTo(Creation.REGISTER_MOVED);
    assertThat(store().executions().find(key.executionId())).isEmpty();

    assertThat(create(lock)).isEqualTo(Creation.CREATED);
    assertThat(store().starts().read().started()).contains(other.key().executionId());
  }

  @Test
  void every_start_is_entered_in_the_register_once() {
    var before = store().starts().read();
    create(lock(0));

    var after = store().starts().read();
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.started()).isEqualTo(before.started().append(key.executionId()));
    assertThat(create(lock(1))).isEqualTo(Creation.ID_TAKEN);
    assertThat(store().starts().read()).isEqualTo(after);
  }

  @Test
  void what_has_ended_leaves_the_register_with_the_next_start() {
    var ended = Recorded.create(store(), Vector.of(SampleWaves.plan(0))).fail();
    var id = ended.key().executionId();
    assertThat(store().starts().read().started()).contains(id);

    create(execution(key), lock(0), store().starts().read().keeping(other -> !other.equals(id)));

    assertThat(store().starts().read().started()).doesNotContain(id).contains(key.executionId());
  }

  /** Readers know locks and leave them out (D22). */
  @Test
  void the_register_is_no_execution() {
    create(lock(0));

    var id = new ExecutionId("execution-lock-starts");
    assertThat(store().executions().find(id)).isEmpty();
    assertThat(store().documents().document(id)).isEmpty();
  }

  @Test
  void of_many_starts_at_the_same_moment_all_but_one_have_to_look_again() throws Exception {
    var register = store().starts().read();
    Callable<Creation> start =
        () -> {
          var other = Recorded.newKey();
          return create(execution(other), lock(store(), other, 0), register);
        };
    var threads = Executors.newFixedThreadPool(4);
    try {
      var results = Vector.ofAll(threads.invokeAll(List.of(start, start, start, start)));
      assertThat(results.map(NewExecutionsContract::result).count(c -> c == Creation.CREATED))
          .isEqualTo(1);
      assertThat(store().starts().read().started().removeAll(register.started())).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  private static Creation result(Future<Creation> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_start_that_has_given_its_lock_back_creates_nothing() {
    var lock = lock(0);
    store().locks().release(lock);

    assertThat(create(lock)).isEqualTo(Creation.LOCK_LOST);
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
