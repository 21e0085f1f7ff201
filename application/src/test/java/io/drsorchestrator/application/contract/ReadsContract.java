package io.drsorchestrator.application.contract;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.UnreadableExecutionException;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of indexes, of stored documents, of plans and of groups. */
public abstract class ReadsContract extends StoreContract {

  private Option<Candidate> discovered(Recorded recorded, ExecutionStatus status) {
    return store()
        .discovery()
        .withStatus(status)
        .find(candidate -> candidate.id().equals(recorded.key().executionId()));
  }

  @Test
  void discovers_an_execution_under_its_status_and_no_other() {
    var recorded = execution(2);
    assertThat(discovered(recorded, ExecutionStatus.PENDING))
        .containsExactly(
            new Candidate(recorded.key().executionId(), Option.some(NOON), Option.none()));

    recorded.launch().requestCancel();

    assertThat(Vector.of(ExecutionStatus.values()).filter(s -> discovered(recorded, s).isDefined()))
        .containsExactly(ExecutionStatus.CANCELLING);
  }

  @Test
  void discovers_when_an_execution_was_last_polled() {
    var recorded = execution(1).launch();
    recorded.observe(wave -> SampleWaves.noJob(), NOON.plusSeconds(30));

    assertThat(discovered(recorded, ExecutionStatus.POLLING).get().lastPolledTime())
        .containsExactly(NOON.plusSeconds(30));
  }

  @Test
  void a_paused_execution_is_discovered() {
    assertThat(discovered(executionWithGate(1, 0).pause(), ExecutionStatus.PAUSED)).isNotEmpty();
  }

  /** Fail closed: it may hold servers. What became of it is for people to find out. */
  @Test
  void an_execution_of_an_unknown_status_cannot_be_read_and_is_named() {
    var key = Recorded.newKey();
    tested()
        .put(
            key,
            Map.of(
                "executionId",
                key.executionId().value(),
                "planId",
                key.planId().value(),
                "status",
                "HALF_DONE"));

    assertThatThrownBy(() -> store().executions().find(key.executionId()))
        .isInstanceOf(UnreadableExecutionException.class)
        .hasMessageContaining(key.executionId().value())
        .hasMessageContaining("'HALF_DONE'");
  }

  @Test
  void a_document_shows_what_is_stored() {
    var recorded = execution(2).launch();

    var document = recorded.document();

    assertThat(document)
        .containsEntry("executionId", recorded.key().executionId().value())
        .containsEntry("planId", recorded.key().planId().value())
        .containsEntry("planName", "Plan 1")
        .containsEntry("executionType", "DRILL")
        .containsEntry("status", "POLLING")
        .containsEntry("startTime", NOON.getEpochSecond())
        .containsEntry("initiatedBy", "alice")
        .containsEntry("totalWaves", 2L)
        .containsEntry("completedWaves", 0L)
        .containsEntry("accountId", "111122223333");
    var wave = recorded.storedWave(0);
    assertThat(wave.get("waveNumber")).isEqualTo(0L);
    assertThat(wave.get("waveName")).isEqualTo("Wave 1");
    assertThat(wave.get("protectionGroupId")).isEqualTo("pg-0");
    assertThat(wave.get("status")).isEqualTo("POLLING");
    assertThat(wave.get("pauseBeforeWave")).isEqualTo(false);
    assertThat(wave.get("jobId")).isEqualTo("drsjob-0");
    assertThat(wave.get("serverIds")).isEqualTo(List.of("s-0-0", "s-0-1"));
    assertThat((List<?>) wave.get("serverStatuses")).hasSize(2);
  }

  @Test
  void there_is_no_document_of_an_unknown_execution() {
    assertThat(store().documents().document(new ExecutionId("unknown"))).isEmpty();
  }

  @Test
  void a_lock_is_no_execution() {
    var plan = Recorded.newKey().planId();
    store().locks().acquire(plan, new ExecutionId("holder"), NOON);
    var id = new ExecutionId("execution-lock-" + plan);

    assertThat(store().executions().find(id)).isEmpty();
    assertThat(store().documents().document(id)).isEmpty();
  }

  @Test
  void reads_back_a_plan() {
    var plan =
        new RecoveryPlan(
            Recorded.newKey().planId(),
            "Tiers",
            Vector.of(SampleWaves.plan(0), SampleWaves.gated(SampleWaves.plan(1, 3))));
    tested().put(plan);

    assertThat(store().plans().find(plan.id())).containsExactly(plan);
    assertThat(store().plans().find(new PlanId("unknown"))).isEmpty();
  }

  @Test
  void reads_back_a_group() {
    var byTags =
        new ProtectionGroup(
            "pg-tags", "eu-west-1", Option.some("444455556666"), HashMap.of("tier", "db"));
    var byIds = new ProtectionGroup("pg-ids", "us-east-1", Option.none(), HashMap.empty());
    tested().put(byTags);
    tested().put(byIds);

    assertThat(store().groups().find("pg-tags")).containsExactly(byTags);
    assertThat(store().groups().find("pg-ids")).containsExactly(byIds);
    assertThat(store().groups().find("unknown")).isEmpty();
  }

  @Test
  void reads_back_how_a_group_launches_its_servers() {
    var settings =
        new LaunchSettings(
            new OfDrs(
                Option.some(false),
                Option.some(true),
                Option.some(true),
                Option.some("IN_AWS"),
                Option.some("STOPPED"),
                Option.none(),
                Option.some("i-00000000000000001")),
            new OfTemplate(
                Option.some("r5.large"),
                Option.some("subnet-1"),
                Vector.of("sg-1", "sg-2"),
                Option.some("Profile"),
                Option.some("10.0.0.9")));
    var own =
        new LaunchSettings(
            LaunchSettings.NONE.drs(),
            new OfTemplate(
                Option.some("m5.large"),
                Option.none(),
                Vector.empty(),
                Option.none(),
                Option.none()));
    var group =
        new ProtectionGroup(
            "pg-settings",
            "eu-west-1",
            Option.none(),
            HashMap.empty(),
            new GroupLaunchSettings(settings, HashMap.empty()));
    var special =
        new ProtectionGroup(
            "pg-special",
            "eu-west-1",
            Option.none(),
            HashMap.empty(),
            new GroupLaunchSettings(
                LaunchSettings.NONE, HashMap.of(new SourceServerId("s-1"), own)));
    tested().put(group);
    tested().put(special);

    assertThat(store().groups().find("pg-settings")).containsExactly(group);
    assertThat(store().groups().find("pg-special")).containsExactly(special);
  }
}
