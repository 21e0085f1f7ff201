package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A plan of three waves, the third by tags, and what may be wrong with it and around it. */
final class TroubledWorld {

  static final PlanId PLAN = new PlanId("plan");
  static final SourceServerId FIRST = SampleServers.serverId(0, 0);
  static final SourceServerId SECOND = SampleServers.serverId(1, 1);
  static final String FOREIGN = "444455556666";

  private final Workbench bench = new Workbench(this::watch);
  private final ExecutionType type;
  private Vector<WavePlan> waves =
      Vector.of(SampleWaves.plan(0), SampleWaves.plan(1), wave(2, "pg-tags", Vector.empty()));
  private Option<AccountContext> account = Option.none();
  private Set<String> down = HashSet.empty();
  private Set<String> failing = HashSet.empty();
  private int jobs;

  TroubledWorld(ExecutionType type) {
    this.type = type;
    Vector.of("pg-0", "pg-1").forEach(id -> group(id, Option.none(), Option.none()));
    group("pg-tags", Option.none(), Option.some("db"));
    bench.drs().tag(SampleServers.serverId(2, 0), HashMap.of("tier", "db"));
    waves(UnaryOperator.identity());
  }

  static WavePlan wave(int number, String group, Vector<SourceServerId> servers) {
    return new WavePlan(
        new WaveNumber(number), "Wave " + (number + 1), Option.some(group), servers, false);
  }

  private Object watch(String call, Supplier<Object> effect) {
    if (failing.contains(call)) {
      throw new AwsUnavailableException(call + " is throttled", new RuntimeException());
    }
    return effect.get();
  }

  Workbench bench() {
    return bench;
  }

  StartPlan command() {
    var start = Workbench.start(Option.none(), PLAN, type);
    return new StartPlan(Option.none(), PLAN, type, start.initiatedBy(), start.request(), account);
  }

  void callFrom(String accountId) {
    account = Option.some(new AccountContext(accountId, Option.none(), Option.none(), false));
  }

  void waves(UnaryOperator<Vector<WavePlan>> change) {
    waves = change.apply(waves);
    bench.store().put(new RecoveryPlan(PLAN, "Plan", waves));
  }

  void group(String id, Option<String> accountId, Option<String> tier) {
    var tags = tier.map(t -> HashMap.of("tier", t)).getOrElse(HashMap.empty());
    bench.store().put(new ProtectionGroup(id, SampleWaves.REGION, accountId, tags));
  }

  void job(String jobType, Vector<SourceServerId> servers) {
    jobs++;
    var states = servers.toLinkedMap(server -> server, server -> "IN_PROGRESS");
    bench
        .admission()
        .add(
            SampleWaves.REGION,
            new ActiveJob(new JobId("drsjob-" + jobs), "STARTED", jobType, states));
  }

  /**
   * Starts a plan of these waves, as far as the troubles so far allow it; ours is put back then.
   */
  ExecutionId run(PlanId started, WavePlan... itsWaves) {
    var id = new ExecutionId("of-" + started + "-" + jobs++);
    bench.store().put(new RecoveryPlan(started, "Plan", Vector.of(itsWaves)));
    var unused =
        bench
            .useCases()
            .create()
            .create(Workbench.start(Option.some(id), started, ExecutionType.DRILL));
    if (started.equals(PLAN)) {
      waves(UnaryOperator.identity());
    }
    return id;
  }

  void lock() {
    var unused = bench.store().ports().locks().acquire(PLAN, new ExecutionId("holder"), NOON);
  }

  /** Only once everything is in place. */
  void down(String call) {
    down = down.add(call);
  }

  void outages() {
    failing = down;
  }
}
