package io.drsorchestrator.application.read;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.application.read.ListExecutions.Page;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListExecutionsTest {

  private static final long MEGABYTE = 1024 * 1024;

  private final AtomicInteger planReads = new AtomicInteger();
  private final Workbench bench =
      new Workbench(
          (call, effect) -> {
            if (call.startsWith("RecoveryPlans.") || call.startsWith("ProtectionGroups.")) {
              planReads.incrementAndGet();
            }
            return effect.get();
          });

  private void put(String id, Map<String, ?> attributes) {
    var key = new ExecutionKey(new ExecutionId(id), new PlanId("plan"));
    var item = new java.util.HashMap<String, Object>(attributes);
    item.put("executionId", id);
    item.putIfAbsent("planId", "plan");
    bench.store().put(key, item);
  }

  private void putAt(String id, long secondsAfterNoon) {
    put(id, Map.of("status", "FAILED", "startTime", NOON.getEpochSecond() + secondsAfterNoon));
  }

  private Page list(int limit, Option<ListPosition> after) {
    return bench.useCases().list().list(new ListQuery(limit, Option.none(), after), item -> 1);
  }

  private Vector<Object> all() {
    return ids(list(100, Option.none()));
  }

  private static Vector<Object> ids(Page page) {
    return page.items().map(item -> Option.of(item.get("executionId")).get());
  }

  @Test
  void the_newest_comes_first_and_what_has_no_time_comes_last() {
    putAt("old", 1);
    putAt("b", 5);
    put("timeless", Map.of("status", "FAILED", "startTime", "once"));
    putAt("a", 5);
    putAt("new", 9);

    assertThat(all()).containsExactly("new", "a", "b", "old", "timeless");
  }

  @Test
  void a_page_ends_where_the_next_one_begins() {
    Vector.range(0, 5).forEach(n -> putAt("e-" + n, n));

    var first = list(2, Option.none());
    var second = list(2, first.next());
    var third = list(2, second.next());

    assertThat(ids(first)).containsExactly("e-4", "e-3");
    assertThat(ids(second)).containsExactly("e-2", "e-1");
    assertThat(ids(third)).containsExactly("e-0");
    assertThat(third.next()).isEmpty();
  }

  @Test
  void a_last_page_that_is_full_has_no_next_one() {
    putAt("a", 1);
    putAt("b", 2);

    assertThat(list(2, Option.none()).next()).isEmpty();
  }

  /** What comes or goes between two pages moves no other execution to a page where it is missed. */
  @Test
  void what_comes_and_goes_between_pages_moves_no_other() {
    Vector.range(0, 4).forEach(n -> putAt("e-" + n, n));
    var first = list(2, Option.none());
    putAt("newest", 100);
    putAt("older", 0);
    bench.store().delete(new ExecutionKey(new ExecutionId("e-2"), new PlanId("plan")));

    assertThat(ids(list(9, first.next()))).containsExactly("e-1", "e-0", "older");
  }

  @Test
  void a_page_has_what_fits_into_an_answer() {
    Vector.range(0, 5).forEach(n -> putAt("e-" + n, n));
    var query = new ListQuery(5, Option.none(), Option.none());

    var page = bench.useCases().list().list(query, item -> MEGABYTE + MEGABYTE / 2);

    assertThat(ids(page)).containsExactly("e-4", "e-3");
    assertThat(ids(list(9, page.next()))).containsExactly("e-2", "e-1", "e-0");
  }

  @Test
  void a_page_has_one_execution_however_large_it_is() {
    putAt("huge", 2);
    putAt("other", 1);
    var query = new ListQuery(5, Option.none(), Option.none());

    var page = bench.useCases().list().list(query, item -> 9 * MEGABYTE);

    assertThat(ids(page)).containsExactly("huge");
    assertThat(ids(list(9, page.next()))).containsExactly("other");
  }

  @Test
  void an_account_has_its_own_and_those_of_which_nobody_knows() {
    put("mine", Map.of("status", "FAILED", "accountId", "111122223333"));
    put("other", Map.of("status", "FAILED", "accountId", "444455556666"));
    put("old", Map.of("status", "FAILED"));
    var query = new ListQuery(9, Option.some("111122223333"), Option.none());

    assertThat(ids(bench.useCases().list().list(query, item -> 1)))
        .containsExactlyInAnyOrder("mine", "old");
  }

  @Test
  void an_item_is_shown_with_what_readers_expect_in_addition() {
    bench
        .store()
        .put(
            new TargetAccount("444455556666", Option.some("Berlin"), Option.none(), Option.none()));
    var tags = HashMap.of("tier", "db");
    bench.store().put(new ProtectionGroup("pg-0", SampleWaves.REGION, Option.none(), tags));
    bench
        .store()
        .put(new RecoveryPlan(new PlanId("plan"), "Tiers", Vector.of(SampleWaves.plan(0))));
    put(
        "e",
        Map.of(
            "status", "POLLING",
            "initiatedBy", "alice",
            "taskToken", "secret",
            "accountContext", Map.of("accountId", "444455556666"),
            "waves", List.of(Map.of("status", "POLLING"))));

    assertThat(list(1, Option.none()).items().head())
        .containsEntry("recoveryPlanId", "plan")
        .containsEntry("recoveryPlanName", "Tiers")
        .containsEntry("selectionMode", "TAGS")
        .containsEntry("hasActiveDrsJobs", true)
        .containsEntry("accountName", "Berlin")
        .containsEntry("executedBy", "alice")
        .containsEntry("totalWaves", 1)
        .containsKeys("terminationMetadata", "waves")
        .doesNotContainKey("taskToken");
  }

  @Test
  void a_plan_that_is_gone_is_said_to_be() {
    put("named", Map.of("status", "FAILED", "planName", "As it was"));
    put("nameless", Map.of("status", "FAILED"));
    put("planless", Map.of("status", "FAILED", "planId", ""));
    put("odd", Map.of("status", "FAILED", "planId", "no/id"));

    var names =
        list(9, Option.none())
            .items()
            .toMap(
                i -> String.valueOf(i.get("executionId")),
                i -> Option.of(i.get("recoveryPlanName")).get());
    assertThat(names.toJavaMap())
        .containsEntry("named", "As it was")
        .containsEntry("nameless", "Deleted Plan")
        .containsEntry("planless", "Unknown")
        .containsEntry("odd", "Deleted Plan");
    assertThat(list(9, Option.none()).items().map(item -> item.get("selectionMode")))
        .containsOnly("PLAN");
  }

  /** D42: the old list read a plan and its groups for every execution. */
  @Test
  void plans_and_groups_are_asked_for_once() {
    bench
        .store()
        .put(new RecoveryPlan(new PlanId("plan"), "Tiers", Vector.of(SampleWaves.plan(0))));
    Vector.range(0, 60).forEach(n -> putAt("e-" + n, n));

    assertThat(list(50, Option.none()).items()).hasSize(50);

    assertThat(planReads).hasValue(2);
  }

  @Test
  void a_plan_whose_groups_name_their_servers_selects_by_plan() {
    bench
        .store()
        .put(new ProtectionGroup("pg-0", SampleWaves.REGION, Option.none(), HashMap.empty()));
    bench
        .store()
        .put(new RecoveryPlan(new PlanId("plan"), "Tiers", Vector.of(SampleWaves.plan(0))));
    putAt("e", 1);

    assertThat(list(1, Option.none()).items().single()).containsEntry("selectionMode", "PLAN");
  }

  /** Three executions of a megabyte each are as much as an answer holds. */
  @Test
  void a_page_is_filled_to_the_last_byte() {
    Vector.range(0, 4).forEach(n -> putAt("e-" + n, n));
    var query = new ListQuery(9, Option.none(), Option.none());
    var third = ListExecutions.LARGEST_PAGE / 3;

    var exact = bench.useCases().list().list(query, item -> ListExecutions.LARGEST_PAGE / 2);
    var more = bench.useCases().list().list(query, item -> third);

    assertThat(ids(exact)).containsExactly("e-3", "e-2");
    assertThat(ids(more)).containsExactly("e-3", "e-2", "e-1");
  }

  /** Items are read in bits of 25, and the last bit is what is missing. */
  @Test
  void no_more_is_read_than_a_page_shows() {
    Vector.range(0, 60).forEach(n -> putAt("e-%02d".formatted(n), n));

    var page = list(30, Option.none());

    assertThat(page.items()).hasSize(30);
    assertThat(ids(list(30, page.next()))).hasSize(30).startsWith("e-29").endsWith("e-00");
  }

  /** The same execution id in two plans, which only an older system can have made. */
  @Test
  void executions_of_one_id_are_listed_in_the_order_of_their_plans() {
    for (var plan : List.of("plan-b", "plan-a", "plan-c")) {
      var item = new java.util.HashMap<String, Object>();
      item.put("executionId", "e");
      item.put("planId", plan);
      item.put("status", "FAILED");
      item.put("startTime", NOON.getEpochSecond());
      bench.store().put(new ExecutionKey(new ExecutionId("e"), new PlanId(plan)), item);
    }

    assertThat(list(9, Option.none()).items().map(i -> Option.of(i.get("planId")).get()))
        .containsExactly("plan-a", "plan-b", "plan-c");
  }
}
