package io.drsorchestrator.application.notification;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.memory.RecordingJournal;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.Notifications.Kind;
import io.drsorchestrator.application.port.Notifications.Notification;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.ArchivedExecution;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.execution.LifecycleEvent.NotificationFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseRenewed;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** People are told of every event that matters, once, in words that help them. */
class NotifyingJournalTest {

  private final Workbench bench = new Workbench();

  private Vector<Kind> kinds() {
    return bench.notifications().kinds();
  }

  private Notification last() {
    return bench.notifications().sent().last();
  }

  private ExecutionId atGate() {
    var id = bench.started(Vector.of(SampleWaves.plan(0), SampleWaves.gated(SampleWaves.plan(1))));
    bench.completeWave(id, 0);
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);
    return id;
  }

  private void resume(ExecutionId id) {
    bench.useCases().resume().request(id, requestBy("dora"));
    bench.useCases().resume().resume(bench.workflowOf(id), id);
  }

  @Test
  void a_run_to_completion_tells_each_event_once() {
    var id = atGate();
    resume(id);
    bench.completeWave(id, 1);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);
    bench.useCases().update().update(id);
    bench.useCases().create().create(Workbench.start(bench.read(id).key().planId()));

    assertThat(kinds()).containsExactly(Kind.START, Kind.PAUSE, Kind.COMPLETE, Kind.START);
    assertThat(bench.notifications().sent().get(2).text())
        .contains("All waves are COMPLETED: 2 of 2");
  }

  @Test
  void a_start_names_plan_execution_and_starter() {
    var id = bench.started(2);

    assertThat(last().subject()).isEqualTo("DRS drill started: Plan");
    assertThat(last().key()).isEqualTo(bench.read(id).key());
    assertThat(last().text())
        .contains(
            "alice started it",
            "Plan: Plan (plan-",
            "Execution: " + id,
            "wave 1 (Wave 1): PENDING");
  }

  @Test
  void a_pause_tells_how_to_resume() {
    var id = atGate();

    assertThat(last().kind()).isEqualTo(Kind.PAUSE);
    assertThat(last().subject()).isEqualTo("DRS drill waits before wave 2 (Wave 2): Plan");
    assertThat(last().text())
        .contains(
            "The plan has a gate here.",
            "POST https://api/test/executions/%s/resume".formatted(id),
            "POST https://api/test/executions/%s/cancel".formatted(id),
            "aws lambda invoke --function-name the-function",
            "'{\"operation\":\"resume\",\"executionId\":\"%s\"".formatted(id))
        .doesNotContain(TOKEN.value());
  }

  @Test
  void a_pause_that_somebody_asked_for_says_who_and_why() {
    var id = bench.started(2);
    bench.useCases().pause().request(id, requestBy("bob"));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(last().text()).contains("bob asked for this pause at 2026-03-01T12:00:00Z: because");
  }

  @Test
  void a_reminder_says_how_long() {
    var id = atGate();
    bench.clock().pass(Duration.ofMinutes(95));
    bench.useCases().find().find(bench.clock().instant().plusSeconds(60));

    assertThat(last().kind()).isEqualTo(Kind.PAUSE_REMINDER);
    assertThat(last().subject()).isEqualTo("DRS drill still waits before wave 2 (Wave 2): Plan");
    assertThat(last().text())
        .contains(
            "since 2026-03-01T12:00:00Z (1 h 35 min)",
            "reminder 1",
            "executions/%s/resume".formatted(id));
  }

  @Test
  void a_reminder_of_a_drill_says_what_still_lives_and_how_to_end_it() {
    var id = bench.started(1);
    bench.completeWave(id, 0);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);
    bench.clock().pass(Duration.ofDays(1));
    bench.useCases().find().find(bench.clock().instant().plusSeconds(60));

    var instance = bench.journal().events(DrillInstancesLive.class).single().instances().head();
    assertThat(last().kind()).isEqualTo(Kind.DRILL_REMINDER);
    assertThat(last().subject()).isEqualTo("DRS drill still has 2 live instances: Plan");
    assertThat(last().text())
        .contains(
            "It has ended at 2026-03-01T12:00:00Z (1 d 0 h ago)",
            "  %s: ".formatted(instance.instanceId().get()),
            "account 111122223333, %s, wave 1, since 2026-03-01T12:00:00Z"
                .formatted(instance.region().get()),
            "Nobody has asked to terminate them.",
            "POST https://api/test/executions/%s/terminate-instances".formatted(id),
            "Plan: Plan (plan-",
            "wave 1: COMPLETED");
  }

  @Test
  void a_reminder_of_many_instances_stays_short() {
    remindOf(500);

    assertThat(last().subject()).isEqualTo("DRS drill still has 500 live instances: Plan x");
    assertThat(last().text())
        .contains("and 470 more", "asked to terminate them at 2026-03-01T12:00:00Z, but DRS");
    assertThat(last().text().lines()).noneMatch(line -> line.startsWith("To terminate: call"));
    assertThat(last().text().length()).isLessThan(8_000);
  }

  @Test
  void a_reminder_names_thirty_instances() {
    remindOf(30);
    assertThat(last().text()).doesNotContain(" more");
    remindOf(31);
    assertThat(last().text()).contains("and 1 more");
  }

  private void remindOf(int instances) {
    var instance =
        new LaunchedInstance(
            Option.some("i-1\nTo"),
            Option.none(),
            Option.some("web\nTo terminate: call 555-0199"),
            Option.none(),
            Option.none(),
            WaveNumber.FIRST,
            Option.none());
    var live =
        new DrillInstancesLive(
            DrillReminder.NONE.reminded(NOON),
            "Plan\nx",
            Option.none(),
            Option.some(NOON),
            Vector.fill(instances, instance));
    var drill =
        new ArchivedExecution(
            Executions.KEY,
            ExecutionStatus.COMPLETED,
            Vector.of(WaveStatus.COMPLETED),
            Option.none(),
            Revision.INITIAL);
    new NotifyingJournal(
            bench.journal(), bench.notifications(), new OperatorAccess("https://api/test", "f"))
        .record(Occurrence.besides(drill, live));
  }

  @Test
  void a_failure_says_what_failed() {
    var id = bench.started(2);
    bench.useCases().update().giveUp(id, WORKFLOW_DIED);

    assertThat(last().kind()).isEqualTo(Kind.FAIL);
    assertThat(last().subject()).isEqualTo("DRS drill FAILED: Plan");
    assertThat(last().text()).contains("The workflow was aborted", "wave 1 (Wave 1): CANCELLED");
  }

  @Test
  void a_cancel_is_told_when_it_is_through() {
    var id = bench.started(2);
    bench.startWave(id, 0);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    assertThat(kinds()).containsExactly(Kind.START);
    bench.drs().succeed(bench.jobs(id, 0).single().id());
    bench.poll(id);
    bench.useCases().update().update(id);

    assertThat(kinds()).containsExactly(Kind.START, Kind.CANCEL);
    assertThat(last().text()).contains("carol cancelled it", ": because");
  }

  /** A name or a reason cannot add lines to a message. */
  @Test
  void nothing_that_people_have_written_makes_a_line_of_its_own() {
    var evil = "Web\n\nTo resume it: call 555-0199";
    var plan = SampleWaves.gated(SampleWaves.plan(0));
    var wave = new WavePlan(plan.number(), evil, plan.protectionGroupId(), plan.serverIds(), true);
    var id = bench.started(Vector.of(wave));
    bench.useCases().pause().request(id, new OperatorRequest("bob\r\nx", Option.some(evil), NOON));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(last().text()).contains("Web  To resume it".replace("  ", " "));
    assertThat(last().text().lines()).noneMatch(line -> line.startsWith("To resume it: call"));
    assertThat(last().subject().lines()).hasSize(1);
  }

  @Test
  void what_cannot_be_told_is_in_the_journal_and_changes_nothing() {
    bench.notifications().fail();

    var id = atGate();
    resume(id);
    bench.completeWave(id, 1);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);

    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(bench.journal().events(NotificationFailed.class).map(NotificationFailed::what))
        .containsExactly("ExecutionCreated", "ExecutionPaused", "ExecutionCompleted");
  }

  @Test
  void whatever_is_told_is_kept_by_the_journal_behind_it() {
    var behind = new RecordingJournal();
    var journal =
        new NotifyingJournal(
            behind, bench.notifications(), new OperatorAccess("https://api/test", "function"));
    var execution = bench.read(bench.started(1));
    var id = execution.key().executionId();

    journal.record(Occurrence.besides(execution, new PauseRenewed(WaveNumber.FIRST)));
    journal.conflicted(id, 3);
    journal.waiting(id, Duration.ofMinutes(7));

    assertThat(behind.events(id)).containsExactly(new PauseRenewed(WaveNumber.FIRST));
    assertThat(behind.conflicts()).isEqualTo(3);
    assertThat(behind.waits()).containsExactly(Duration.ofMinutes(7));
  }

  @Test
  void a_message_says_where_the_details_are() {
    var id = bench.started(1);

    assertThat(last().text()).contains("GET https://api/test/executions/" + id);
  }
}
