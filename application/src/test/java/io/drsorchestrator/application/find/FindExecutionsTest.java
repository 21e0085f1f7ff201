package io.drsorchestrator.application.find;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.find.FindExecutions.Found;
import io.drsorchestrator.application.memory.RecordedWorkflows.Stop;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionFailed;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindExecutionsTest {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private final Workbench bench = new Workbench();

  private Vector<Found> find() {
    return bench.useCases().find().find(bench.clock().instant().plusSeconds(60));
  }

  private ExecutionId withoutWorkflow() {
    bench.workflows().fail();
    var id = bench.started(1);
    bench.workflows().recover();
    return id;
  }

  private ExecutionId launched() {
    var id = bench.started(2);
    bench.startWave(id, 0);
    return id;
  }

  private ExecutionId pausedWithIntent() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);
    bench.workflows().fail();
    assertThatThrownBy(() -> bench.useCases().resume().request(id, requestBy("dora")))
        .isInstanceOf(AwsUnavailableException.class);
    bench.workflows().recover();
    return id;
  }

  private static Found found(ExecutionId id, ExecutionStatus status) {
    return new Found(id, Either.right(status));
  }

  @Test
  void starts_the_workflow_that_did_not_start() {
    var id = withoutWorkflow();
    bench.clock().pass(Duration.ofSeconds(61));

    assertThat(find()).containsExactly(found(id, ExecutionStatus.PENDING));

    assertThat(bench.workflows().starts()).containsExactly(bench.read(id).key());
    assertThat(bench.active(id).facts().workflow())
        .containsExactly(bench.workflowOf(id).workflow());
  }

  /** Its creator may still be about to do it. */
  @Test
  void leaves_an_execution_that_is_just_being_created_alone() {
    withoutWorkflow();
    bench.clock().pass(Duration.ofSeconds(59));

    find();

    assertThat(bench.workflows().starts()).isEmpty();
  }

  @Test
  void polls_a_wave_that_nobody_has_polled_lately() {
    var id = launched();
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.clock().pass(Duration.ofSeconds(60));

    find();

    assertThat(bench.read(id).waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.PENDING);
  }

  @Test
  void leaves_a_wave_alone_that_somebody_has_polled_lately() {
    var id = launched();
    bench.clock().pass(Duration.ofMinutes(10));
    bench.poll(id);
    bench.drs().forgetCalls();
    bench.clock().pass(Duration.ofSeconds(44));

    assertThat(find()).containsExactly(found(id, ExecutionStatus.POLLING));

    assertThat(bench.drs().calls()).isEmpty();
  }

  /** Its workflow looks every two minutes: a look in between would only cost calls. */
  @Test
  void leaves_an_old_wave_to_its_workflow_until_that_is_late() {
    var id = launched();
    bench.clock().pass(Duration.ofHours(5));
    bench.poll(id);
    bench.drs().forgetCalls();

    bench.clock().pass(Duration.ofSeconds(149));
    find();
    assertThat(bench.drs().calls()).isEmpty();

    bench.clock().pass(Duration.ofSeconds(1));
    find();
    assertThat(bench.drs().calls().toJavaMap()).containsKey("describe");
  }

  @Test
  void polls_the_wave_of_an_execution_that_is_being_cancelled() {
    var id = launched();
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.clock().pass(Duration.ofMinutes(1));

    find();

    assertThat(bench.read(id).waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.CANCELLED);
  }

  @Test
  void records_that_a_silent_workflow_is_dead() {
    var id = launched();
    bench.workflows().becomes(bench.workflowOf(id).workflow(), "TIMED_OUT", "too slow");
    bench.clock().pass(FIVE_MINUTES);

    assertThat(find()).containsExactly(found(id, ExecutionStatus.FAILED));

    var cause = bench.journal().events(ExecutionFailed.class).single().cause();
    assertThat(cause.message()).contains("TIMED_OUT", "too slow");
  }

  @Test
  void records_that_a_workflow_is_unknown_to_step_functions() {
    var id = bench.started(1);
    bench.workflows().becomes(bench.workflowOf(id).workflow(), "NOT_FOUND", "");
    bench.clock().pass(FIVE_MINUTES);

    assertThat(find()).containsExactly(found(id, ExecutionStatus.FAILED));
  }

  @Test
  void leaves_a_silent_workflow_alone_that_lives() {
    var id = bench.started(1);
    bench.clock().pass(FIVE_MINUTES);
    var before = bench.store().snapshot();

    assertThat(find()).containsExactly(found(id, ExecutionStatus.PENDING));

    assertThat(bench.workflows().descriptions()).hasSize(1);
    assertThat(bench.store().snapshot()).isEqualTo(before);
  }

  @Test
  void asks_nobody_about_a_workflow_whose_wave_was_polled_lately() {
    var id = launched();
    bench.clock().pass(FIVE_MINUTES);
    bench.useCases().poll().poll(id);
    bench.workflows().becomes(bench.workflowOf(id).workflow(), "FAILED", "");
    bench.clock().pass(Duration.ofSeconds(44));

    find();

    assertThat(bench.workflows().descriptions()).isEmpty();
  }

  /** The cancel was accepted: whatever becomes of the workflow, it ends as CANCELLED (I8). */
  @Test
  void a_dead_workflow_ends_as_cancelled_where_that_was_asked_for() {
    var id = launched();
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.workflows().becomes(bench.workflowOf(id).workflow(), "ABORTED", "");
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.clock().pass(Duration.ofMinutes(1));

    assertThat(find()).containsExactly(found(id, ExecutionStatus.CANCELLED));
  }

  @Test
  void rings_a_paused_workflow_that_was_told_to_resume() {
    pausedWithIntent();

    find();

    assertThat(bench.workflows().rings()).containsExactly(TOKEN);
  }

  @Test
  void does_not_ring_a_paused_workflow_without_an_intent() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(find()).containsExactly(found(id, ExecutionStatus.PAUSED));
    assertThat(bench.workflows().rings()).isEmpty();
  }

  @Test
  void one_execution_that_cannot_be_helped_does_not_stop_the_others() {
    ExecutionId[] broken = new ExecutionId[1];
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("RecoveryJobs.describe") && broken[0] != null) {
                var first = self[0].jobs(broken[0], 0).single();
                self[0].drs().forget(first.id());
                broken[0] = null;
                throw new IllegalStateException("nobody expected this");
              }
              return effect.get();
            });
    var first = self[0].started(1);
    self[0].startWave(first, 0);
    var second = self[0].started(Vector.of(SampleWaves.plan(0, 3)));
    self[0].drs().succeed(self[0].jobs(first, 0).single().id());
    self[0].startWave(second, 0);
    self[0].drs().succeed(self[0].jobs(second, 0).single().id());
    self[0].clock().pass(Duration.ofMinutes(1));
    broken[0] = first;

    var results = self[0].useCases().find().find(self[0].clock().instant().plusSeconds(60));

    assertThat(results)
        .containsExactly(
            new Found(first, Either.left("nobody expected this")),
            found(second, ExecutionStatus.POLLING));
    assertThat(self[0].read(second).waveStatuses()).containsExactly(WaveStatus.COMPLETED);
  }

  @Test
  void stops_at_its_deadline() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("Workflows.describe")) {
                self[0].clock().pass(Duration.ofSeconds(20));
              }
              return effect.get();
            });
    var first = self[0].started(1);
    self[0].started(1);
    self[0].clock().pass(FIVE_MINUTES);

    var results = self[0].useCases().find().find(self[0].clock().instant().plusSeconds(20));

    assertThat(results.map(Found::id)).containsExactly(first);
  }

  @Test
  void looks_at_nothing_after_its_deadline() {
    bench.started(1);

    assertThat(bench.useCases().find().find(NOON)).isEmpty();
  }

  @Test
  void what_has_ended_is_not_looked_at() {
    var id = bench.started(1);
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    assertThat(find()).isEmpty();
  }

  /** The index lags: what it takes for active has ended. */
  @Test
  void what_ended_since_the_index_was_updated_is_left_alone() {
    var id = bench.started(1);
    bench.store().freezeIndexes();
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.clock().pass(FIVE_MINUTES);
    var before = bench.store().snapshot();

    assertThat(find()).containsExactly(found(id, ExecutionStatus.CANCELLED));
    assertThat(bench.store().snapshot()).isEqualTo(before);
  }

  /** The index lags: an execution that was deleted is not found, and the others are. */
  @Test
  void what_was_deleted_since_the_index_was_updated_does_not_stop_the_others() {
    var deleted = bench.started(1);
    var other = bench.started(1);
    bench.store().freezeIndexes();
    bench.store().delete(bench.read(deleted).key());

    var results = find();

    assertThat(results.map(Found::id)).containsExactly(deleted, other);
    assertThat(results.head().result().isLeft()).isTrue();
    assertThat(results.last().result()).isEqualTo(Either.right(ExecutionStatus.PENDING));
  }

  /** Nothing that has not ended is ever invisible. */
  @Test
  void sees_every_status_that_is_not_terminal() {
    var pending = bench.started(1);
    var paused = pausedWithIntent();
    var polling = bench.started(1);
    bench.startWave(polling, 0);
    bench.drs().succeed(bench.jobs(polling, 0).single().id());
    var cancelling = launched();
    bench.useCases().cancel().cancel(cancelling, requestBy("carol"));

    assertThat(find())
        .containsExactlyInAnyOrder(
            found(pending, ExecutionStatus.PENDING),
            found(paused, ExecutionStatus.PAUSED),
            found(polling, ExecutionStatus.POLLING),
            found(cancelling, ExecutionStatus.CANCELLING));
  }

  /** Its own polls must not make it believe that somebody looks after the execution. */
  @Test
  void notices_a_dead_workflow_although_it_polled_a_minute_ago_itself() {
    var id = launched();
    bench.clock().pass(Duration.ofMinutes(1));
    find();
    bench.workflows().becomes(bench.workflowOf(id).workflow(), "ABORTED", "gone");
    bench.clock().pass(Duration.ofMinutes(1));

    assertThat(find()).containsExactly(found(id, ExecutionStatus.FAILED));
  }

  /** The second half of a cancel was lost: it is repeated, once the record is old enough. */
  @Test
  void stops_a_workflow_that_outlives_its_execution() {
    var id = bench.started(2);
    var workflow = bench.workflowOf(id).workflow();
    bench.workflows().fail();
    assertThatThrownBy(() -> bench.useCases().cancel().cancel(id, requestBy("dora")))
        .isInstanceOf(AwsUnavailableException.class);
    bench.workflows().recover();

    find();
    assertThat(bench.workflows().stops()).as("it may be about to end").isEmpty();
    bench.clock().pass(Duration.ofMinutes(15));
    find();
    assertThat(bench.workflows().stops()).as("it may still be about to end").isEmpty();
    bench.clock().pass(Duration.ofSeconds(1));
    find();
    assertThat(bench.workflows().stops()).hasSize(1);
    assertThat(bench.workflows().stops().head().workflow()).isEqualTo(workflow);
    find();
    assertThat(bench.workflows().stops()).as("once").hasSize(1);
  }

  private ExecutionId cancelledWithoutAStop() {
    var id = bench.started(2);
    bench.workflows().fail();
    assertThatThrownBy(() -> bench.useCases().cancel().cancel(id, requestBy("dora")))
        .isInstanceOf(AwsUnavailableException.class);
    bench.workflows().recover();
    return id;
  }

  /** Nobody but the workflow records COMPLETED, and then nothing is left that it waits for. */
  @Test
  void never_stops_the_workflow_of_a_completed_execution() {
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.poll(id);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.COMPLETED);
    bench.clock().pass(Duration.ofDays(1));

    find();

    assertThat(bench.workflows().stops()).isEmpty();
  }

  /** The list of running workflows lags: it has ended by itself meanwhile. */
  @Test
  void does_not_stop_a_workflow_that_has_ended_since_it_was_listed() {
    var id = cancelledWithoutAStop();
    bench.clock().pass(Duration.ofHours(1));
    bench.workflows().freezeList();
    bench.workflows().becomes(bench.workflowOf(id).workflow(), "FAILED", "ExecutionCancelled");

    find();

    assertThat(bench.workflows().stops()).isEmpty();
  }

  @Test
  void a_workflow_of_which_nobody_can_read_the_record_does_not_keep_orphans_running() {
    var spoiled = bench.started(1);
    var key = bench.read(spoiled).key();
    var orphan = cancelledWithoutAStop();
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
    bench.clock().pass(Duration.ofHours(1));

    find();

    assertThat(bench.workflows().stops().map(Stop::workflow))
        .containsExactly(bench.workflowOf(orphan).workflow());
  }

  /** The lease may hold for minutes; a dead workflow is noticed before. */
  @Test
  void a_dead_workflow_is_noticed_while_a_claim_is_waited_for_after_a_cancel() {
    bench.drs().fail("start");
    var id = bench.started(2);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.clock().pass(Duration.ofSeconds(46));

    find();

    assertThat(bench.workflows().descriptions()).containsExactly(bench.workflowOf(id).workflow());
  }
}
