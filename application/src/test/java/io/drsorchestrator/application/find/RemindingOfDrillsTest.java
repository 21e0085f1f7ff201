package io.drsorchestrator.application.find;

import static io.drsorchestrator.domain.execution.Executions.WORKFLOW_DIED;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.find.FindExecutions.Found;
import io.drsorchestrator.application.memory.WatchedPorts.Watcher;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.Notifications.Kind;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.execution.LifecycleEvent.NotificationFailed;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People hear of a drill that goes on costing money, a day after it and every day. */
class RemindingOfDrillsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Workbench bench = new Workbench();

  private ExecutionId completed() {
    var id = bench.started(2);
    bench.completeWave(id, 0);
    bench.completeWave(id, 1);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.COMPLETED);
    return id;
  }

  private Vector<Found> find() {
    return bench.useCases().find().find(bench.clock().instant().plusSeconds(60));
  }

  /** What the rule of EventBridge does for so long; how many hours after now people were told. */
  private Vector<Long> toldWithin(Duration time) {
    var start = bench.clock().instant();
    var before = told().size();
    for (var end = start.plus(time); bench.clock().instant().isBefore(end); ) {
      bench.clock().pass(MINUTE);
      find();
    }
    return told()
        .drop(before)
        .map(event -> event.reminder().last().get())
        .map(at -> Duration.between(start, at).toHours());
  }

  private Vector<DrillInstancesLive> told() {
    return bench.journal().events(DrillInstancesLive.class);
  }

  private int sent() {
    return bench.notifications().kinds().count(Kind.DRILL_REMINDER::equals);
  }

  private Vector<String> listed(ExecutionId id) {
    return bench
        .useCases()
        .instances()
        .list()
        .list(id)
        .instances()
        .map(own -> own.instance().recoveryInstanceId());
  }

  private Map<String, Object> document(ExecutionId id) {
    return new HashMap<>(bench.store().ports().documents().document(id).get());
  }

  private void put(ExecutionKey key, Map<String, Object> item) {
    bench.store().put(key, item);
  }

  @Test
  void nobody_is_told_for_a_day_and_then_every_day() {
    completed();

    assertThat(toldWithin(Duration.ofHours(23).plusMinutes(59))).isEmpty();
    assertThat(toldWithin(Duration.ofDays(3))).containsExactly(0L, 24L, 48L);
    assertThat(sent()).isEqualTo(3);
    assertThat(told().map(event -> event.reminder().count())).containsExactly(1, 2, 3);
  }

  @Test
  void it_names_every_instance_with_its_place_and_age() {
    var id = completed();
    var end = bench.clock().instant();
    toldWithin(Duration.ofHours(25));

    var event = told().single();
    assertThat(event.planName()).isEqualTo("Plan");
    assertThat(event.ended()).contains(end);
    assertThat(event.instances()).hasSize(4);
    assertThat(event.instances().flatMap(LaunchedInstance::instanceId).distinct()).hasSize(4);
    assertThat(event.instances().flatMap(LaunchedInstance::since)).hasSize(4).containsOnly(end);
    assertThat(event.instances().flatMap(LaunchedInstance::region)).hasSize(4);
    assertThat(event.instances().flatMap(LaunchedInstance::accountId))
        .containsOnly(Workbench.HUB.accountId());
    assertThat(event.instances().map(instance -> instance.wave().value()))
        .containsExactly(0, 0, 1, 1);
    assertThat(bench.notifications().sent().last().key().executionId()).isEqualTo(id);
  }

  @Test
  void a_drill_that_failed_costs_as_much() {
    var id = bench.started(2);
    bench.completeWave(id, 0);
    bench.useCases().update().giveUp(id, WORKFLOW_DIED);

    assertThat(toldWithin(Duration.ofHours(25))).containsExactly(24L);
    assertThat(told().single().instances()).hasSize(2);
  }

  @Test
  void a_drill_that_was_cancelled_costs_as_much() {
    var id = bench.started(2);
    bench.completeWave(id, 0);
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    assertThat(toldWithin(Duration.ofHours(25))).containsExactly(24L);
    assertThat(told().single().instances()).hasSize(2);
  }

  @Test
  void a_drill_that_launched_nothing_costs_nothing() {
    var id = bench.started(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    assertThat(toldWithin(Duration.ofHours(50))).isEmpty();
  }

  @Test
  void instances_that_are_terminated_are_over() {
    var id = completed();
    var item = document(id);
    item.put("instancesTerminated", true);
    put(bench.read(id).key(), item);

    assertThat(toldWithin(Duration.ofHours(50))).isEmpty();
  }

  /** Nobody must be told to terminate what the business runs on, or what nobody knows. */
  @Test
  void only_what_says_that_it_is_a_drill_is_one() {
    for (var type : new String[] {"RECOVERY", "drill", ""}) {
      var id = completed();
      var item = document(id);
      item.put("executionType", type);
      put(bench.read(id).key(), item);
    }

    assertThat(toldWithin(Duration.ofHours(50))).isEmpty();
  }

  @Test
  void whoever_asks_for_a_termination_has_a_day_until_it_must_be_seen() {
    var id = completed();
    bench.clock().pass(Duration.ofHours(23));
    var asked = bench.clock().instant();
    var unused =
        bench
            .store()
            .ports()
            .terminations()
            .request(bench.read(id).key(), new OperatorRequest("dora", Option.none(), asked));

    assertThat(toldWithin(Duration.ofHours(25))).containsExactly(24L);
    assertThat(told().single().terminationRequested()).contains(asked);
  }

  /** Both go by the record alone: an instance that is replaced or terminated by hand is no news. */
  @Test
  void instances_that_drs_does_not_know_any_more_are_not_told_of() {
    var id = completed();
    listed(id).forEach(bench.instances()::vanish);

    assertThat(toldWithin(Duration.ofHours(50))).isEmpty();
  }

  @Test
  void only_those_that_drs_knows_are_told_of() {
    var all = listed(completed());
    all.dropRight(1).forEach(bench.instances()::vanish);

    toldWithin(Duration.ofHours(25));

    assertThat(told().single().instances().flatMap(LaunchedInstance::instanceId))
        .containsExactly(all.last());
  }

  @Test
  void where_drs_does_not_answer_the_record_counts() {
    bench = new Workbench(broken("RecoveryInstances.of"));
    completed();

    assertThat(toldWithin(Duration.ofHours(25))).containsExactly(24L);
    assertThat(told().single().instances()).hasSize(4);
  }

  /** Whoever asked has closed the page: what nobody has watched to its end is found ended. */
  @Test
  void a_termination_that_nobody_watched_is_closed_and_not_told_of() {
    var id = completed();
    var terminated = bench.useCases().instances().terminate().terminate(id, requestBy("dora"));
    bench.instances().finish(terminated.get().jobs().single().view().id());
    assertThat(document(id)).doesNotContainKey("instancesTerminated");

    assertThat(toldWithin(Duration.ofHours(50))).isEmpty();
    assertThat(document(id)).containsEntry("instancesTerminated", true);
  }

  /** Once a day for a drill, and not with every look. */
  @Test
  void drs_is_asked_once_a_day() {
    var asked = new int[1];
    bench =
        new Workbench(
            (call, effect) -> {
              asked[0] += call.equals("RecoveryInstances.of") ? 1 : 0;
              return effect.get();
            });
    var id = completed();
    listed(id).forEach(bench.instances()::vanish);
    asked[0] = 0;

    toldWithin(Duration.ofHours(73));

    assertThat(asked[0]).isEqualTo(3);
  }

  @Test
  void after_thirty_days_nobody_is_told_any_more() {
    completed();
    bench.clock().pass(Duration.ofDays(30).plusMinutes(1));

    assertThat(toldWithin(Duration.ofHours(30))).isEmpty();
  }

  /** A rule of EventBridge that is late, or a function that was busy. */
  @Test
  void minutes_and_hours_may_be_missed() {
    completed();
    bench.clock().pass(Duration.ofDays(1).plusMinutes(2));
    find();
    assertThat(sent()).isEqualTo(1);

    bench.clock().pass(Duration.ofHours(30));
    find();
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void it_is_looked_for_in_few_minutes_of_an_hour() {
    var looks = new int[1];
    bench =
        new Workbench(
            (call, effect) -> {
              looks[0] += call.equals("DrillReminders.candidates") ? 1 : 0;
              return effect.get();
            });

    toldWithin(Duration.ofHours(2));

    assertThat(looks[0]).isEqualTo(6);
  }

  @Test
  void two_reconcilers_at_once_send_one_reminder() {
    var nested = new boolean[1];
    bench =
        new Workbench(
            (call, effect) -> {
              if (call.equals("DrillReminders.record") && !nested[0]) {
                nested[0] = true;
                find();
              }
              return effect.get();
            });
    completed();
    bench.clock().pass(Duration.ofDays(1));

    find();

    assertThat(nested[0]).isTrue();
    assertThat(told()).hasSize(1);
    assertThat(sent()).isEqualTo(1);
  }

  /** More than one look takes: everyone has a turn, whoever stays a candidate. */
  @Test
  void many_drills_all_have_their_turn() {
    var template = document(completed());
    for (int i = 0; i < 55; i++) {
      var item = new HashMap<>(template);
      var key = new ExecutionKey(new ExecutionId("drill-%02d".formatted(i)), new PlanId("p-" + i));
      item.put("executionId", key.executionId().value());
      item.put("planId", key.planId().value());
      if (i % 2 == 0) {
        item.put("waves", List.of());
      }
      put(key, item);
    }

    bench.clock().pass(Duration.ofDays(1));
    find();
    assertThat(told().size()).isBetween(1, 20);

    toldWithin(Duration.ofHours(23));
    assertThat(told()).hasSize(28);
  }

  private Watcher broken(String port) {
    return (call, effect) -> {
      if (call.equals(port)) {
        throw new IllegalStateException("nobody expected this");
      }
      return effect.get();
    };
  }

  @Test
  void whatever_breaks_find_answers_as_ever() {
    for (var port :
        new String[] {
          "DrillReminders.candidates", "DrillReminders.record", "ExecutionDocuments.document"
        }) {
      bench = new Workbench(broken(port));
      completed();
      bench.started(1);
      bench.clock().pass(Duration.ofDays(1));

      assertThat(find().count(found -> found.result().isRight())).as(port).isEqualTo(1);
      assertThat(told()).as(port).isEmpty();
    }
  }

  @Test
  void one_drill_that_cannot_be_recorded_keeps_nobody_from_hearing_of_the_others() {
    var isBroken = new boolean[] {true};
    bench =
        new Workbench(
            (call, effect) -> {
              if (call.equals("DrillReminders.record") && isBroken[0]) {
                isBroken[0] = false;
                throw new IllegalStateException("nobody expected this");
              }
              return effect.get();
            });
    var template = document(completed());
    template.put("executionId", "drill-2");
    template.put("planId", "plan-2");
    put(new ExecutionKey(new ExecutionId("drill-2"), new PlanId("plan-2")), template);
    bench.clock().pass(Duration.ofDays(1));

    find();

    assertThat(isBroken[0]).isFalse();
    assertThat(told()).hasSize(1);
  }

  @Test
  void what_cannot_be_sent_is_in_the_journal() {
    completed();
    bench.notifications().fail();

    toldWithin(Duration.ofHours(25));

    assertThat(bench.journal().events(NotificationFailed.class).last())
        .isEqualTo(new NotificationFailed("DrillInstancesLive", "nobody takes messages"));
  }

  @Test
  void nobody_is_told_after_the_deadline_of_find() {
    completed();
    bench.clock().pass(Duration.ofDays(1));

    bench.useCases().find().find(bench.clock().instant());

    assertThat(told()).isEmpty();
  }

  @Test
  void what_is_on_record_stays_but_for_the_reminder() {
    var id = completed();
    var before = document(id);
    var times = toldWithin(Duration.ofHours(25));

    var after = document(id);
    after.remove("drillReminder");
    assertThat(times).hasSize(1);
    assertThat(after).isEqualTo(before);
    assertThat(Instant.ofEpochSecond(((Number) reminder(id)).longValue()))
        .isEqualTo(told().single().reminder().last().get());
  }

  private Object reminder(ExecutionId id) {
    return Option.of((Map<?, ?>) document(id).get("drillReminder"))
        .flatMap(kept -> Option.of((Object) kept.get("remindedTime")))
        .get();
  }
}
