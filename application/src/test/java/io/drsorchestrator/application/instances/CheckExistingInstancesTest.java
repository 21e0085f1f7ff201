package io.drsorchestrator.application.instances;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.instances.CheckRefusal.CheckFailed;
import io.drsorchestrator.application.instances.CheckRefusal.PlanNotFound;
import io.drsorchestrator.application.instances.ExistingInstances.Existing;
import io.drsorchestrator.application.instances.ExistingInstances.Origin;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionListing.Head;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.domain.Moments;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The instances that servers of a plan have before it is started (contract 3.14). */
final class CheckExistingInstancesTest {

  private final Recovery recovery = new Recovery();
  private final History history = new History();

  /** The executions that are asked for, and how many documents were read. */
  private final class History implements ExecutionListing {

    private Vector<StoredKey> keys = Vector.empty();
    private int documents;
    private boolean silent;

    @Override
    public Vector<Head> heads() {
      if (silent) {
        throw new AwsUnavailableException("slow", new RuntimeException());
      }
      return keys.map(key -> new Head(key, "COMPLETED", Option.some(Moments.NOON), Option.none()));
    }

    @Override
    public Vector<Map<String, Object>> documents(Vector<StoredKey> asked) {
      documents += asked.size();
      return asked.flatMap(
          key ->
              recovery
                  .bench
                  .store()
                  .ports()
                  .documents()
                  .document(new ExecutionId(key.executionId())));
    }

    void add(ExecutionId id) {
      var key = recovery.bench.read(id).key();
      keys = keys.append(new StoredKey(key.executionId().value(), key.planId().value()));
    }
  }

  private Either<CheckRefusal, ExistingInstances> check(PlanId plan) {
    var ports = recovery.bench.store().ports();
    return new CheckExistingInstances(
            ports.plans(),
            new PlanServers(ports.groups(), recovery.bench.drs(), ports.accounts(), Workbench.HUB),
            recovery.drs(),
            new LaunchOrigins(history))
        .check(plan);
  }

  private PlanId plan(WavePlan... waves) {
    return recovery.bench.save(Vector.of(waves));
  }

  private static Vector<String> servers(ExistingInstances existing) {
    return existing.instances().map(it -> it.instance().server().value());
  }

  @Test
  void names_them_their_origin_and_their_machine() {
    var id = recovery.completed(2);
    history.add(id);

    var existing = check(plan(SampleWaves.plan(0))).get();

    assertThat(servers(existing)).containsExactly("s-0-0", "s-0-1");
    assertThat(existing.instances())
        .allSatisfy(
            it -> {
              assertThat(it.region()).isEqualTo(SampleWaves.REGION);
              assertThat(it.origin()).containsExactly(new Origin(id.value(), "Plan"));
              assertThat(it.machine().get().privateIp()).containsExactly("10.0.0.1");
            });
  }

  @Test
  void names_no_others() {
    history.add(recovery.completed(2, 2));

    assertThat(servers(check(plan(SampleWaves.plan(0, 1))).get())).containsExactly("s-0-0");
  }

  @Test
  void finds_servers_by_the_tags_of_their_group() {
    recovery.completed(1);
    recovery.bench.drs().tag(new SourceServerId("s-0-0"), HashMap.of("tier", "db"));
    var plan = plan(SampleWaves.plan(0, 0));
    recovery
        .bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-0", SampleWaves.REGION, Option.none(), HashMap.of("tier", "db")));

    assertThat(servers(check(plan).get())).containsExactly("s-0-0");
  }

  @Test
  void does_not_count_what_is_on_its_way_out() {
    var id = recovery.completed(1);
    recovery.terminate(id);

    assertThat(check(plan(SampleWaves.plan(0))).get())
        .isEqualTo(new ExistingInstances(true, Vector.empty()));
  }

  @Test
  void warns_without_origin_and_machine_when_those_do_not_answer() {
    recovery.completed(1);
    recovery.drs().fail("machines");
    history.silent = true;

    var existing = check(plan(SampleWaves.plan(0, 1))).get().instances().single();

    assertThat(existing.origin()).isEmpty();
    assertThat(existing.machine()).isEmpty();
  }

  @Test
  void an_instance_of_nobody_we_know_has_no_origin() {
    recovery.completed(1);

    assertThat(check(plan(SampleWaves.plan(0, 1))).get().instances().map(Existing::origin))
        .containsExactly(Option.none());
  }

  /** The plan's own executions are looked at first, and the past not for ever. */
  @Test
  void looks_at_a_bounded_past() {
    recovery.completed(1);
    history.keys = Vector.range(0, 1000).map(n -> new StoredKey("e-" + n, "other"));

    check(plan(SampleWaves.plan(0, 1)));

    assertThat(history.documents).isEqualTo(300);
  }

  @Test
  void a_plan_without_servers_has_none() {
    assertThat(check(plan(SampleWaves.plan(0, 0))).get())
        .isEqualTo(new ExistingInstances(false, Vector.empty()));
  }

  @Test
  void refuses_an_unknown_plan() {
    var unknown = new PlanId("unknown");

    assertThat(check(unknown).getLeft()).isEqualTo(new PlanNotFound(unknown));
  }

  /** "There are none" would be a guess. */
  @Test
  void fails_when_it_cannot_look() {
    var plan = plan(SampleWaves.plan(0));
    recovery.drs().fail("of");
    assertThat(check(plan).getLeft()).isEqualTo(new CheckFailed("of is throttled"));
    recovery.drs().recover();

    recovery.bench.store().deleteGroup("pg-0");
    assertThat(check(plan).getLeft())
        .isEqualTo(new CheckFailed("Protection group pg-0 of wave 1 (Wave 1) not found"));
  }

  /** The past of other plans may be long: the plan's own executions are looked at first. */
  @Test
  void an_old_execution_of_the_plan_itself_is_found_behind_a_long_history_of_others() {
    var mine = new Head(new StoredKey("mine", "plan"), "COMPLETED", Option.none(), Option.none());
    var others =
        Vector.range(0, 300)
            .map(
                n ->
                    new Head(
                        new StoredKey("e-" + n, "other"),
                        "COMPLETED",
                        Option.some(NOON.plusSeconds(n)),
                        Option.none()));
    var history =
        new ExecutionListing() {
          @Override
          public Vector<Head> heads() {
            return others.append(mine);
          }

          @Override
          public Vector<Map<String, Object>> documents(Vector<StoredKey> keys) {
            return keys.map(
                key ->
                    Map.of(
                        "executionId", key.executionId(),
                        "planName", "Tiers",
                        "waves", List.of(Map.of("jobId", "job-of-" + key.executionId()))));
          }
        };

    var found =
        new LaunchOrigins(history).of(new PlanId("plan"), HashSet.of(new JobId("job-of-mine")));

    assertThat(found.keySet()).containsExactly(new JobId("job-of-mine"));
  }
}
