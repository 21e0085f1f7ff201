package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.create.StartRefusal.CannotCheck;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.NewExecutions.Creation;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCreated;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What others do, and what fails, between the checks of a start and its write. */
class GuardedStartTest {

  private static final ExecutionId MINE = new ExecutionId("mine");
  private static final ExecutionId OTHERS = new ExecutionId("others");

  private Function<Supplier<Object>, Object> onCreate = Supplier::get;
  private Runnable onRelease = () -> {};
  private String failing = "";
  private final Workbench bench = new Workbench(this::watch);
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0)));
  private final PlanId rival = bench.save(Vector.of(SampleWaves.plan(0)));
  private final PlanId stranger =
      bench.save(Vector.of(SampleWaves.plan(0)).map(GuardedStartTest::moved));

  private static WavePlan moved(WavePlan plan) {
    return new WavePlan(
        plan.number(),
        plan.name(),
        plan.protectionGroupId(),
        Vector.of(new SourceServerId("s-stranger-" + plan.number())),
        false);
  }

  private Object watch(String call, Supplier<Object> effect) {
    if (call.equals(failing)) {
      throw unavailable(call + " is throttled");
    }
    if (call.equals("PlanLocks.release")) {
      onRelease.run();
    }
    if (!call.equals("NewExecutions.create")) {
      return effect.get();
    }
    var meddling = onCreate;
    onCreate = Supplier::get;
    return meddling.apply(effect);
  }

  private static AwsUnavailableException unavailable(String message) {
    return new AwsUnavailableException(message, new RuntimeException(message));
  }

  private Either<StartRefusal, Started> start(ExecutionId id, PlanId started) {
    return bench
        .useCases()
        .create()
        .create(Workbench.start(Option.some(id), started, ExecutionType.DRILL));
  }

  private void meanwhile(PlanId other) {
    onCreate =
        effect -> {
          assertThat(start(OTHERS, other).isRight()).isTrue();
          return effect.get();
        };
  }

  private boolean isRecorded() {
    return bench.store().ports().executions().find(MINE).isDefined();
  }

  private void assertLockIsFree() {
    var lock = bench.store().ports().locks().acquire(plan, OTHERS, bench.clock().instant());
    assertThat(lock.isRight()).as("the lock is free").isTrue();
  }

  /** No index knows of it, and it was started after the register had been read. */
  @Test
  void a_start_of_the_same_servers_in_between_wins_and_the_loser_is_told_of_it() {
    bench.store().freezeIndexes();
    meanwhile(rival);

    var refused = (ServerConflict) start(MINE, plan).getLeft();

    assertThat(refused.inExecutions().map(c -> c.execution().executionId())).containsOnly(OTHERS);
    assertThat(refused.message()).contains("execution others of plan " + rival + " is PENDING");
    assertThat(isRecorded()).isFalse();
    assertLockIsFree();
  }

  @Test
  void a_start_of_other_servers_in_between_only_makes_it_look_again() {
    bench.store().freezeIndexes();
    meanwhile(stranger);

    assertThat(start(MINE, plan).isRight()).isTrue();

    assertThat(bench.store().ports().starts().read().started()).containsExactly(OTHERS, MINE);
  }

  @Test
  void a_store_that_is_too_busy_for_a_moment_is_asked_again() {
    onCreate = effect -> Creation.BUSY;

    assertThat(start(MINE, plan).isRight()).isTrue();
  }

  @Test
  void a_write_whose_answer_is_lost_has_taken_place() {
    onCreate =
        effect -> {
          var unused = effect.get();
          throw unavailable("timed out");
        };

    assertThat(start(MINE, plan).isRight()).isTrue();

    assertThat(isRecorded()).isTrue();
    assertThat(bench.workflows().starts()).hasSize(1);
    assertThat(bench.journal().events(ExecutionCreated.class)).hasSize(1);
  }

  /** The request is still on its way when its sender has given up. */
  @Test
  void a_write_that_arrives_after_its_start_was_refused_is_void() {
    Supplier<?>[] late = new Supplier<?>[1];
    onCreate =
        effect -> {
          late[0] = effect;
          throw unavailable("timed out");
        };

    assertThat(start(MINE, plan).getLeft()).isEqualTo(new CannotCheck("timed out"));

    assertThat(late[0].get()).isEqualTo(Creation.LOCK_LOST);
    assertThat(isRecorded()).isFalse();
    assertLockIsFree();
  }

  /** Looking first and giving the lock back then would miss it. */
  @Test
  void a_write_that_arrives_just_before_the_lock_is_given_back_has_taken_place() {
    onCreate =
        effect -> {
          onRelease =
              () -> {
                onRelease = () -> {};
                assertThat(effect.get()).isEqualTo(Creation.CREATED);
              };
          throw unavailable("timed out");
        };

    assertThat(start(MINE, plan).isRight()).isTrue();

    assertThat(isRecorded()).isTrue();
    assertThat(bench.workflows().starts()).hasSize(1);
  }

  @Test
  void what_cannot_be_known_is_not_called_a_refusal() {
    onCreate =
        effect -> {
          failing = "PlanLocks.release";
          throw unavailable("timed out");
        };

    assertThatThrownBy(() -> start(MINE, plan))
        .isInstanceOf(AwsUnavailableException.class)
        .hasMessageContaining("It is not known whether execution mine has been started");
  }

  /** One command, given twice at the same moment with its id. */
  @Test
  void an_id_that_is_taken_in_between_is_the_same_command() {
    onCreate =
        effect -> {
          bench.store().ports().locks().release(held());
          assertThat(start(MINE, plan).isRight()).isTrue();
          return effect.get();
        };

    assertThat(start(MINE, plan).get().decision().key().executionId()).isEqualTo(MINE);

    assertThat(bench.workflows().starts()).hasSize(1);
  }

  private PlanLock held() {
    return new PlanLock(plan, MINE, NOON, Option.none());
  }

  @Test
  void a_register_that_cannot_be_read_refuses_the_start_and_frees_the_lock() {
    failing = "StartRegister.read";

    assertThat(start(MINE, plan).getLeft()).isInstanceOf(CannotCheck.class);

    failing = "";
    assertThat(isRecorded()).isFalse();
    assertLockIsFree();
  }

  @Test
  void an_index_that_cannot_be_read_refuses_the_start() {
    failing = "ExecutionDiscovery.withStatus";

    assertThat(start(MINE, plan).getLeft()).isInstanceOf(CannotCheck.class);
    assertThat(isRecorded()).isFalse();
  }

  /** It took the lock, or it did not: nobody should wait half a minute to find out. */
  @Test
  void a_lock_whose_answer_is_lost_is_given_back() {
    var self = new Workbench[1];
    var lose = new boolean[] {true};
    self[0] =
        new Workbench(
            (call, effect) -> {
              var answer = effect.get();
              if (call.equals("PlanLocks.acquire") && lose[0]) {
                lose[0] = false;
                throw unavailable("timed out");
              }
              return answer;
            });
    var contested = self[0].save(Vector.of(SampleWaves.plan(0)));

    assertThat(self[0].useCases().create().create(Workbench.start(contested)).isLeft()).isTrue();
    assertThat(self[0].useCases().create().create(Workbench.start(contested)).isRight()).isTrue();
  }

  @Test
  void a_start_whose_lock_expired_is_told_who_won() {
    onCreate =
        effect -> {
          bench.clock().pass(Duration.ofSeconds(31));
          assertThat(start(OTHERS, plan).isRight()).isTrue();
          return effect.get();
        };

    var refused = (ServerConflict) start(MINE, plan).getLeft();

    assertThat(refused.inExecutions().head().execution().executionId()).isEqualTo(OTHERS);
  }

  /** The reconciler starts the workflow; what is on record is not reported as a failure. */
  @Test
  void what_fails_after_the_write_is_a_warning() {
    onCreate =
        effect -> {
          var created = effect.get();
          failing = "NewExecutions.adopt";
          return created;
        };

    var started = start(MINE, plan).get();

    assertThat(started.fault()).isEmpty();
    assertThat(started.warnings()).hasSize(1);
  }

  /** Somebody always comes first, until no client waits any longer. */
  @Test
  void a_store_that_stays_busy_refuses_the_start_and_frees_the_lock() {
    var tries = new AtomicInteger();
    busyFrom(tries);

    assertThat(start(MINE, plan).getLeft())
        .isEqualTo(
            new CannotCheck("others keep starting executions, and any may need the servers"));
    assertThat(tries).hasValue(60);
    assertThat(isRecorded()).isFalse();
    assertLockIsFree();
  }

  private void busyFrom(AtomicInteger tries) {
    onCreate =
        effect -> {
          tries.incrementAndGet();
          busyFrom(tries);
          return Creation.BUSY;
        };
  }

  @Test
  void a_loser_who_cannot_find_out_to_whom_is_told_that() {
    bench.store().ports().locks().acquire(plan, OTHERS, bench.clock().instant());
    failing = "StartRegister.read";

    assertThat(start(MINE, plan).getLeft())
        .isEqualTo(new CannotCheck("StartRegister.read is throttled"));
  }

  @Test
  void an_execution_that_cannot_be_read_after_its_write_is_started_with_a_warning() {
    onCreate =
        effect -> {
          var created = effect.get();
          failing = "Executions.find";
          return created;
        };

    var started = start(MINE, plan).get();

    assertThat(started.decision().status()).isEqualTo(ExecutionStatus.PENDING);
    assertThat(started.warnings())
        .containsExactly(
            "The execution is on record, but cannot be read: Executions.find is throttled");
  }
}
