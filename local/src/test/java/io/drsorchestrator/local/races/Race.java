package io.drsorchestrator.local.races;

import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.memory.ScriptedInstances;
import io.drsorchestrator.application.notification.NotifyingJournal;
import io.drsorchestrator.application.notification.OperatorAccess;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** One execution, everybody who calls for it at once, and what comes of it. */
final class Race {

  private static final AccountContext HUB = AccountContext.current("111122223333");
  private static final AtomicLong EXECUTIONS = new AtomicLong();
  private static final Tables TABLES = new Tables(Engine.TABLE, "plans", "groups", "accounts");

  private final Workload workload;
  private final Random random;
  private final boolean hasLaunchSettings;
  private final Schedule schedule;
  private final History history = new History();
  private final Map<Actor, Runnable> scripts = new LinkedHashMap<>();

  /** How one race went. */
  record Outcome(History history, Optional<Violation> violation, String log) {}

  private Race(long seed, Workload workload) {
    this.workload = workload;
    random = new Random(seed);
    hasLaunchSettings = seed % 3 == 0;
    schedule = new Schedule(random);
  }

  static Outcome run(long seed, Guard removed, Reads reads) {
    return run(seed, removed, reads, Workload.EVERYBODY);
  }

  static Outcome run(long seed, Guard removed, Reads reads, Workload workload) {
    var race = new Race(seed, workload);
    race.prepare(removed, reads);
    race.schedule.run(race.scripts);
    return new Outcome(race.history, HistoryChecker.check(race.history), race.schedule.log());
  }

  private void prepare(Guard removed, Reads reads) {
    var suffix = Long.toString(EXECUTIONS.incrementAndGet());
    var workflow = new Actor("workflow");
    var workflows = new ScriptedWorkflows(schedule, workflow);
    var caller =
        new Caller(
            new ExecutionHandler(useCases(removed, reads, workflows), Authorization.OFF, schedule),
            schedule,
            history,
            "execution-" + suffix,
            "plan-" + suffix);
    var others =
        List.of(
            new Actor("operator 1"),
            new Actor("operator 2"),
            new Actor("poller"),
            new Actor("late poller"),
            new Actor("echo"),
            new Actor("second find"));
    others.get(3).delayed = true;
    var janitor = new Janitor(caller, schedule, history, workflows, others);
    var script = new WorkflowScript(caller, schedule, workflows, janitor);
    scripts.put(workflow, script);
    switch (workload) {
      case EVERYBODY -> everybody(others, caller, workflows, script);
      case LONG_GATE -> crowd(others, caller);
    }
    scripts.put(new Actor("find"), janitor);
  }

  private void everybody(
      List<Actor> others, Caller caller, ScriptedWorkflows workflows, WorkflowScript script) {
    // Operators who take their time let a gate wait until people are reminded of it.
    boolean slowly = random.nextInt(4) == 0;
    int leisure = slowly ? 2500 : 70;
    scripts.put(others.get(0), new OperatorScript(caller, schedule, workflows, random, 5, leisure));
    scripts.put(others.get(1), new OperatorScript(caller, schedule, workflows, random, 3, leisure));
    scripts.put(others.get(2), () -> poll(caller, 10));
    scripts.put(others.get(3), () -> poll(caller, 8));
    scripts.put(others.get(4), () -> echo(caller, script));
    scripts.put(others.get(5), () -> find(caller, slowly ? 60 : 2));
  }

  private void crowd(List<Actor> others, Caller caller) {
    var crowd = new GateCrowd(caller, schedule, random);
    scripts.put(others.get(0), crowd::creator);
    scripts.put(others.get(1), crowd::operator);
    others.subList(2, others.size()).forEach(actor -> scripts.put(actor, crowd::finder));
  }

  /** At the same moments as the other one. */
  private void find(Caller caller, int times) {
    for (int i = 0; i < times; i++) {
      schedule.sleep(60);
      caller.tryOnce(caller.operation("find"));
    }
  }

  private void poll(Caller caller, int times) {
    for (int i = 0; i < times; i++) {
      schedule.sleep(random.nextInt(random.nextBoolean() ? 5 : 60));
      caller.tryOnce(caller.operation("poll"));
    }
  }

  /** The last requests of the workflow once more, and finalize long before its time. */
  private void echo(Caller caller, WorkflowScript workflow) {
    for (int i = 0; i < 8; i++) {
      schedule.sleep(random.nextInt(random.nextBoolean() ? 4 : 50));
      var requests = workflow.requests();
      if (requests.isEmpty() || random.nextInt(6) == 0) {
        caller.tryOnce(caller.byWorkflow("finalize"));
      } else {
        int back = Math.min(random.nextInt(3), requests.size() - 1);
        caller.tryOnce(requests.get(requests.size() - 1 - back).deepCopy());
      }
    }
  }

  private UseCases useCases(Guard removed, Reads reads, ScriptedWorkflows workflows) {
    var drs =
        new ScriptedDrs(
            schedule,
            history,
            1 + random.nextInt(4),
            random.nextInt(4) == 0 ? random.nextInt(3) : -1,
            random.nextInt(4) == 0,
            removed.searches());
    return UseCases.of(
        store(new GatedDynamoDb(schedule, history, removed, reads)),
        new Aws(
            drs,
            new ScriptedServers(schedule),
            new CalmAdmission(),
            (scope, server, settings) -> configured(server),
            ScriptedInstances.ofNobody(schedule),
            workflows),
        new NotifyingJournal(
            occurrence -> {},
            message -> history.notified.add(message.kind().name()),
            new OperatorAccess("", "execution-handler")),
        new Settings(schedule, ids("id"), HUB, WavePolicy.DEFAULT));
  }

  /** Launch settings take a while, and sometimes do not get there. */
  private boolean configured(SourceServerId server) {
    return schedule.call(
        "configures " + server.value(),
        () -> {
          if (schedule.happens(60)) {
            throw new AwsUnavailableException("no answer", new IllegalStateException("timed out"));
          }
          return schedule.happens(500);
        });
  }

  private static Supplier<String> ids(String prefix) {
    var next = new AtomicInteger();
    return () -> prefix + next.incrementAndGet();
  }

  /** The real store; plans and groups are not written by anybody and need no table. */
  private ExecutionStore store(GatedDynamoDb dynamoDb) {
    var store = DynamoDbStore.of(dynamoDb, TABLES, ids("write-" + EXECUTIONS.get() + "-"), HUB);
    var waves = waves();
    var group =
        new ProtectionGroup("group", "us-east-1", Option.none(), HashMap.empty(), launchSettings());
    return new ExecutionStore(
        store.executions(),
        store.newExecutions(),
        store.locks(),
        id -> Option.some(new RecoveryPlan(id, "Plan", waves)),
        id -> Option.some(group),
        store.claims(),
        store.records(),
        store.gates(),
        store.endings(),
        store.completions(),
        store.discovery(),
        store.documents(),
        store.listing(),
        store.deletions(),
        store.terminations(),
        store.accounts(),
        store.starts(),
        store.reminders());
  }

  /** Every third group has some. */
  private GroupLaunchSettings launchSettings() {
    return !hasLaunchSettings
        ? GroupLaunchSettings.NONE
        : new GroupLaunchSettings(
            new LaunchSettings(
                LaunchSettings.NONE.drs(),
                new LaunchSettings.OfTemplate(
                    Option.some("m5.large"),
                    Option.none(),
                    Vector.empty(),
                    Option.none(),
                    Option.none())),
            HashMap.empty());
  }

  private Vector<WavePlan> waves() {
    return Vector.range(0, 1 + random.nextInt(3))
        .map(
            n ->
                new WavePlan(
                    new WaveNumber(n),
                    "Wave " + n,
                    Option.some("group"),
                    Vector.of(server(n, 0), server(n, 1)),
                    isGate(n)));
  }

  private boolean isGate(int wave) {
    return random.nextInt(3) == 0 || (workload == Workload.LONG_GATE && wave == 0);
  }

  private static SourceServerId server(int wave, int index) {
    return new SourceServerId("s-%017d".formatted(wave * 10L + index));
  }
}
