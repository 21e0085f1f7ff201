package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.vavr.API.Left;
import static io.vavr.API.Right;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.PlanActivity.LockState;
import io.drsorchestrator.application.port.PlanLocks.Held;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One start of a plan at a time. */
public abstract class PlanLocksContract extends StoreContract {

  private final PlanId plan = Recorded.newKey().planId();

  private Option<PlanLock> acquire(int seconds) {
    return acquire(Recorded.newKey().executionId(), seconds).toOption();
  }

  private Either<Held, PlanLock> acquire(ExecutionId holder, int seconds) {
    return store().locks().acquire(plan, holder, NOON.plusSeconds(seconds));
  }

  private PlanLock lock(PlanId planOfIt, int seconds) {
    return store()
        .locks()
        .acquire(planOfIt, Recorded.newKey().executionId(), NOON.plusSeconds(seconds))
        .get();
  }

  @Test
  void the_first_start_of_a_plan_gets_the_lock() {
    var holder = new ExecutionId("holder");
    assertThat(acquire(holder, 0))
        .isEqualTo(Right(new PlanLock(plan, holder, NOON, Option.none())));
  }

  @Test
  void a_lock_that_is_held_is_not_given_to_another() {
    acquire(0);

    assertThat(acquire(0)).isEmpty();
    assertThat(acquire(30)).isEmpty();
  }

  @Test
  void whoever_does_not_get_the_lock_is_told_for_whom_it_is_held() {
    var holder = new ExecutionId("holder");
    acquire(holder, 0);

    assertThat(acquire(new ExecutionId("other"), 1))
        .isEqualTo(Left(new Held(Option.some(holder), Option.none())));
  }

  /** The SDK repeats what it got no answer to. */
  @Test
  void taking_a_lock_twice_at_the_same_moment_is_taking_it_once() {
    var holder = new ExecutionId("holder");

    assertThat(acquire(holder, 0)).isEqualTo(acquire(holder, 0));
    assertThat(acquire(holder, 1).isLeft()).as("but not later").isTrue();
  }

  /** Both in the same second: the time alone would not tell them apart. */
  @Test
  void a_lock_that_was_given_back_and_taken_by_another_is_not_given_back_again() {
    var first = acquire(0).get();
    store().locks().release(first);
    acquire(0);

    store().locks().release(first);

    assertThat(acquire(0)).isEmpty();
  }

  @Test
  void a_lock_expires_after_thirty_seconds() {
    acquire(0);

    assertThat(acquire(31)).isNotEmpty();
  }

  @Test
  void of_two_starts_at_the_same_moment_one_gets_the_lock() throws Exception {
    Callable<Option<PlanLock>> start = () -> acquire(0);
    var threads = Executors.newFixedThreadPool(4);
    try {
      var locks = Vector.ofAll(threads.invokeAll(List.of(start, start, start, start)));

      assertThat(locks.flatMap(PlanLocksContract::result)).hasSize(1);
    } finally {
      threads.shutdown();
    }
  }

  private static Option<PlanLock> result(Future<Option<PlanLock>> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_lock_is_seen_for_as_long_as_it_keeps_others_out() {
    assertThat(lockAt(0)).isEqualTo(LockState.FREE);
    var holder = new ExecutionId("holder");
    var lock = acquire(holder, 0).get();
    var held = new LockState(true, Option.some(holder), Option.none());

    assertThat(lockAt(0)).isEqualTo(held);
    assertThat(lockAt(30)).isEqualTo(held);
    assertThat(lockAt(31)).isEqualTo(LockState.FREE);
    store().locks().release(lock);
    assertThat(lockAt(0)).isEqualTo(LockState.FREE);
  }

  @Test
  void looking_at_a_lock_does_not_take_it() {
    var unused = lockAt(0);

    assertThat(acquire(0)).isNotEmpty();
  }

  @Test
  void a_lock_that_is_free_tells_the_newest_execution() {
    var recorded = execution(1);

    assertThat(store().locks().lockOf(recorded.key().planId(), NOON.plusSeconds(60)))
        .isEqualTo(new LockState(false, Option.none(), Option.some(recorded.key().executionId())));
  }

  private LockState lockAt(int seconds) {
    return store().locks().lockOf(plan, NOON.plusSeconds(seconds));
  }

  @Test
  void the_lock_of_one_plan_does_not_hold_back_another() {
    acquire(0);

    assertThat(lock(Recorded.newKey().planId(), 0)).isNotNull();
  }

  @Test
  void a_lock_that_is_given_back_can_be_taken_at_once() {
    store().locks().release(acquire(0).get());

    assertThat(acquire(0)).isNotEmpty();
  }

  @Test
  void only_its_holder_gives_a_lock_back() {
    var expired = acquire(0).get();
    acquire(31);

    store().locks().release(expired);

    assertThat(acquire(32)).isEmpty();
  }

  @Test
  void giving_a_lock_back_without_a_start_keeps_the_newest_execution_known() {
    var recorded = execution(1);
    var planOfIt = recorded.key().planId();
    store().locks().release(lock(planOfIt, 0));

    assertThat(lock(planOfIt, 0).lastStarted()).containsExactly(recorded.key().executionId());
  }

  @Test
  void a_lock_that_expired_keeps_the_newest_execution_known() {
    var recorded = execution(1);
    var planOfIt = recorded.key().planId();
    lock(planOfIt, 0);

    assertThat(lock(planOfIt, 31).lastStarted()).containsExactly(recorded.key().executionId());
  }

  @Test
  void candidates_are_the_executions_of_the_plan_that_have_not_ended() {
    var recorded = execution(2);
    execution(1);
    assertThat(store().locks().candidates(recorded.key().planId()))
        .containsExactly(recorded.key().executionId());

    recorded.claim();
    assertThat(store().locks().candidates(recorded.key().planId()))
        .containsExactly(recorded.key().executionId());

    recorded.fail();
    assertThat(store().locks().candidates(recorded.key().planId())).isEmpty();
  }

  @Test
  void the_lock_itself_is_no_candidate_and_no_execution() {
    acquire(0);

    assertThat(store().locks().candidates(plan)).isEmpty();
  }
}
