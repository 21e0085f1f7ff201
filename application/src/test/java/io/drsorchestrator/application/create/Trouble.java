package io.drsorchestrator.application.create;

import static io.drsorchestrator.application.create.TroubledWorld.FIRST;
import static io.drsorchestrator.application.create.TroubledWorld.PLAN;
import static io.drsorchestrator.application.create.TroubledWorld.SECOND;
import static io.drsorchestrator.application.create.TroubledWorld.wave;
import static io.drsorchestrator.domain.execution.Executions.requestBy;

import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;

/** Something that may be wrong before a start; several can be at once, in any order. */
@SuppressWarnings("ImmutableEnumChecker") // a lambda without state
enum Trouble {
  NO_WAVES(world -> world.waves(waves -> Vector.empty())),
  GROUP_GONE(world -> world.bench().store().deleteGroup("pg-1")),
  WAVE_EMPTY(world -> world.waves(waves -> waves.append(wave(waves.size(), "pg-0", none())))),
  LARGE_WAVE(world -> world.waves(waves -> waves.append(SampleWaves.plan(waves.size(), 101)))),
  SERVER_TWICE(
      world -> world.waves(waves -> waves.append(wave(waves.size(), "pg-1", Vector.of(FIRST))))),
  TAGS_OF_NOBODY(world -> world.group("pg-tags", Option.none(), Option.some("nobodys"))),
  GROUP_ELSEWHERE(world -> world.group("pg-1", Option.some(TroubledWorld.FOREIGN), Option.none())),
  CALLER_OF_ANOTHER_ACCOUNT(world -> world.callFrom(TroubledWorld.FOREIGN)),
  CALLER_OF_OUR_ACCOUNT(world -> world.callFrom("111122223333")),
  SERVER_HELD(world -> world.run(new PlanId("rival"), wave(0, "pg-0", Vector.of(SECOND)))),
  STRANGER_RUNS(world -> world.run(new PlanId("stranger"), wave(0, "pg-0", Vector.of(nobodys())))),
  PLAN_RUNS(world -> world.run(PLAN, wave(0, "pg-0", Vector.of(nobodys())))),
  PLAN_IS_CANCELLED(
      world -> {
        var id = world.run(PLAN, wave(0, "pg-1", Vector.of(new SourceServerId("s-cancelled"))));
        if (world.bench().store().ports().executions().find(id).isDefined()) {
          world.bench().startWave(id, 0);
          world.bench().useCases().cancel().cancel(id, requestBy("bob"));
        }
      }),
  INDEXES_LAG(world -> world.bench().store().freezeIndexes()),
  BEING_STARTED(TroubledWorld::lock),
  JOBS_FULL(world -> Vector.range(0, 20).forEach(i -> world.job("TERMINATE", none()))),
  JOBS_NEARLY_FULL(world -> Vector.range(0, 19).forEach(i -> world.job("TERMINATE", none()))),
  SERVERS_IN_JOBS_FULL(
      world ->
          world.job("LAUNCH", Vector.range(0, 499).map(i -> new SourceServerId("s-other-" + i)))),
  SERVER_IN_JOB(world -> world.job("LAUNCH", Vector.of(FIRST))),
  SERVER_IN_TERMINATION(world -> world.job("TERMINATE", Vector.of(FIRST))),
  STALLED(world -> world.bench().admission().replicate(FIRST, "STALLED")),
  DISCONNECTED(world -> world.bench().admission().replicate(SECOND, "DISCONNECTED")),
  PAUSED(world -> world.bench().admission().replicate(SECOND, "PAUSED")),
  FORGOTTEN(world -> world.bench().admission().forget(FIRST)),
  RECOVERED(world -> world.bench().admission().recovered(FIRST, "i-left")),
  PLANS_DOWN(world -> world.down("RecoveryPlans.find")),
  GROUPS_DOWN(world -> world.down("ProtectionGroups.find")),
  ACCOUNTS_DOWN(world -> world.down("TargetAccounts.contextOf")),
  INDEX_DOWN(world -> world.down("ExecutionDiscovery.withStatus")),
  PLAN_INDEX_DOWN(world -> world.down("PlanLocks.candidates")),
  REGISTER_DOWN(world -> world.down("StartRegister.read")),
  EXECUTIONS_DOWN(world -> world.down("Executions.find")),
  TAGS_DOWN(world -> world.down("RecoveryServers.withTags")),
  JOBS_DOWN(world -> world.down("LaunchAdmission.activeJobs")),
  REPLICATION_DOWN(world -> world.down("LaunchAdmission.replication")),
  INSTANCES_DOWN(world -> world.down("LaunchAdmission.liveInstances"));

  private final Consumer<TroubledWorld> effect;

  Trouble(Consumer<TroubledWorld> effect) {
    this.effect = effect;
  }

  void happen(TroubledWorld world) {
    effect.accept(world);
  }

  private static Vector<SourceServerId> none() {
    return Vector.empty();
  }

  private static SourceServerId nobodys() {
    return new SourceServerId("s-of-nobody-else");
  }
}
