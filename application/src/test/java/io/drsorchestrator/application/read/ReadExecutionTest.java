package io.drsorchestrator.application.read;

import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.TargetAccounts;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadExecutionTest {

  private final Workbench bench = new Workbench();

  @Test
  void shows_the_item_and_what_readers_expect_in_addition() {
    var id = bench.started(2);

    var answer = bench.useCases().read().read(id);

    assertThat(answer)
        .containsEntry("executionId", id.value())
        .containsEntry("status", "PENDING")
        .containsEntry("recoveryPlanId", "plan-1")
        .containsEntry("recoveryPlanName", "Plan")
        .containsEntry("executedBy", "alice")
        .containsEntry("dataSource", "cached")
        .containsEntry("totalWaves", 2L);
    assertThat(answer.get("terminationMetadata"))
        .isEqualTo(
            new TerminationMetadata(false, "Execution not in terminal state", false).asMap());
  }

  /** It is a credential of the workflow (D40). */
  @Test
  void never_shows_the_task_token() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(bench.store().ports().documents().document(id).get()).containsKey("taskToken");
    assertThat(bench.useCases().read().read(id)).doesNotContainKey("taskToken");
  }

  @Test
  void asks_nobody_but_the_store() {
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.drs().forgetCalls();

    bench.useCases().read().read(id);

    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void the_instances_of_a_completed_execution_may_be_terminated() {
    var id = bench.started(1);
    bench.completeWave(id, 0);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);

    assertThat(bench.useCases().read().read(id).get("terminationMetadata"))
        .isEqualTo(new TerminationMetadata(true, null, true).asMap());
  }

  @Test
  void an_unknown_execution_is_not_found() {
    assertThatThrownBy(() -> bench.useCases().read().read(new ExecutionId("gone")))
        .isInstanceOf(ExecutionNotFoundException.class);
  }

  private Map<String, Object> shown(Map<String, ?> attributes) {
    var key = new ExecutionKey(new ExecutionId("raw"), new PlanId("plan-x"));
    var item = new java.util.HashMap<String, Object>(attributes);
    item.put("executionId", "raw");
    item.put("planId", "plan-x");
    bench.store().put(key, item);
    return bench.useCases().read().read(key.executionId());
  }

  private static Object first(Map<String, Object> answer, String list) {
    var waves = (List<?>) Option.of(answer.get("waves")).get();
    return Option.of(((Map<?, ?>) waves.get(0)).get(list)).get();
  }

  /** An execution is a copy of its plan at one moment: a plan that has grown since is another. */
  @Test
  void the_number_of_waves_is_the_stored_one() {
    bench
        .store()
        .put(
            new RecoveryPlan(
                new PlanId("plan-x"),
                "Now",
                Option.some("DB, app, web"),
                Vector.of(SampleWaves.plan(0), SampleWaves.plan(1))));

    assertThat(shown(Map.of("status", "COMPLETED", "totalWaves", 3, "planName", "Then")))
        .containsEntry("totalWaves", 3L)
        .containsEntry("recoveryPlanName", "Then")
        .containsEntry("recoveryPlanDescription", "DB, app, web");
    assertThat(shown(Map.of("status", "COMPLETED")))
        .containsEntry("totalWaves", 2)
        .containsEntry("recoveryPlanName", "Now");
  }

  @Test
  void without_a_plan_nothing_is_made_up() {
    assertThat(shown(Map.of("status", "COMPLETED")))
        .containsEntry("recoveryPlanName", "Deleted Plan")
        .containsEntry("executedBy", "unknown")
        .containsEntry("initiatedBy", "unknown")
        .containsEntry("waves", List.of())
        .doesNotContainKeys("totalWaves", "recoveryPlanDescription", "accountName");
  }

  @Test
  void says_when_it_was_updated_or_that_it_is_of_now() {
    assertThat(shown(Map.of("status", "FAILED", "updatedAt", 1769431565)))
        .containsEntry("lastUpdated", 1769431565L);
    assertThat(shown(Map.of("status", "FAILED")))
        .containsEntry("lastUpdated", bench.clock().instant().getEpochSecond());
  }

  @ParameterizedTest
  @CsvSource({"RUNNING, true", "PAUSED, true", "POLLING, false", "COMPLETED, false"})
  void is_live_in_the_words_of_the_contract(String status, boolean live) {
    assertThat(shown(Map.of("status", status))).containsEntry("hasRealtimeData", live);
  }

  @Test
  void the_source_address_has_both_of_its_names() {
    var stored = Map.of("sourceServerId", "s-1", "ipAddress", "192.168.1.10");
    var later = Map.of("sourceServerId", "s-2", "sourceIp", "192.168.1.11");
    var both = Map.of("ipAddress", "1", "sourceIp", "2");
    var servers = List.of(stored, later, both, "no server");

    var answer =
        shown(Map.of("status", "FAILED", "waves", List.of(Map.of("serverStatuses", servers))));

    assertThat(first(answer, "serverStatuses"))
        .isEqualTo(
            List.of(
                Map.of(
                    "sourceServerId",
                    "s-1",
                    "ipAddress",
                    "192.168.1.10",
                    "sourceIp",
                    "192.168.1.10"),
                Map.of(
                    "sourceServerId",
                    "s-2",
                    "ipAddress",
                    "192.168.1.11",
                    "sourceIp",
                    "192.168.1.11"),
                both,
                "no server"));
  }

  @Test
  void what_is_damaged_is_shown_as_it_is() {
    var damaged = List.of("no wave", List.of(), Map.of("serverStatuses", "none"), 17);

    assertThat(shown(Map.of("status", "MELTED", "waves", damaged)))
        .containsEntry("status", "MELTED")
        .containsEntry(
            "waves", List.of("no wave", List.of(), Map.of("serverStatuses", "none"), 17L));
    assertThat(shown(Map.of("waves", "none", "totalWaves", "three", "updatedAt", "today")))
        .containsEntry("waves", "none")
        .containsEntry("totalWaves", "three")
        .containsEntry("lastUpdated", "today");
  }

  /** By what the use cases hold: there is no way from them to AWS (D35). */
  @ParameterizedTest
  @ValueSource(classes = {ReadExecution.class, ListExecutions.class})
  void readers_hold_ports_of_the_store_alone(Class<?> reader) {
    assertThat(held(reader, new HashSet<>()))
        .contains(RecoveryPlans.class, TargetAccounts.class)
        .doesNotContain(
            RecoveryJobs.class,
            RecoveryServers.class,
            RecoveryInstances.class,
            LaunchAdmission.class,
            Workflows.class,
            Aws.class,
            ExecutionStore.class);
  }

  private static Set<Class<?>> held(Class<?> type, Set<Class<?>> seen) {
    if (type.getName().startsWith("io.drsorchestrator.") && seen.add(type)) {
      for (var field : type.getDeclaredFields()) {
        held(field.getType(), seen);
      }
    }
    return seen;
  }
}
