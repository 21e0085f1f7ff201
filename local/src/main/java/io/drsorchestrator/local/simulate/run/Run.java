package io.drsorchestrator.local.simulate.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.drs.JobState;
import io.drsorchestrator.local.aws.states.StepFunctionsEndpoint;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.simulate.judge.EndRules;
import io.drsorchestrator.local.simulate.judge.Facts;
import io.drsorchestrator.local.simulate.judge.History;
import io.drsorchestrator.local.simulate.judge.Item;
import io.drsorchestrator.local.simulate.judge.Violation;
import io.drsorchestrator.local.simulate.scenario.Call;
import io.drsorchestrator.local.simulate.scenario.Occasion;
import io.drsorchestrator.local.simulate.scenario.Operation;
import io.drsorchestrator.local.simulate.scenario.Scenario;
import io.drsorchestrator.local.simulate.scenario.State;
import io.drsorchestrator.local.simulate.store.Changed;
import io.drsorchestrator.local.simulate.store.MemoryDynamoDb;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.system.JsonItems;
import io.drsorchestrator.local.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** One run of a scenario, from an empty table to the rest after everything. */
public final class Run implements Weather.Observer {

  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final Duration LATER_TICK = Duration.ofMinutes(10);
  private static final Duration BUSY_TIME = Duration.ofHours(3);
  private static final Duration CARE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(4);
  private static final Duration REST = Duration.ofMinutes(12);
  private static final int MOST_INVOCATIONS = 20_000;

  private final Wiring wiring;
  private final VirtualScheduler time = new VirtualScheduler(BEGIN);
  private final Coverage coverage = new Coverage();
  private final History history = new History(this::jobs);
  private final RunLog log;
  private final Baton baton;
  private final Lambda lambda;
  private final Weather weather;
  private final Drs drs;
  private final StepFunctions stepFunctions;
  private final People people;
  private final Cast cast;
  private final SharedClients clients;
  private State state = State.NONE;
  private int nextWave = -1;

  private Run(Scenario scenario, Wiring wiring, SharedClients clients, boolean isLogged) {
    this.wiring = wiring;
    this.clients = clients;
    log = new RunLog(time, isLogged);
    var plan = scenario.plan().file();
    var surroundings = new Surroundings(new Faults(scenario.faults()), log, coverage, () -> state);
    baton = new Baton(time, clients.threads());
    lambda = new Lambda(baton, surroundings, this::begun, scenario.latencyMillis() > 0);
    var latency = new Latency(scenario.seed(), scenario.latencyMillis());
    weather = new Weather(baton, latency, surroundings, this);
    var store = tables(plan);
    drs = new Drs(plan, scenario.troubles(), scenario.seed(), time);
    stepFunctions =
        new StepFunctions(
            Machines.ACCOUNT,
            time,
            new Random(scenario.seed()),
            new Ports(lambda, metric -> {}, this::statusChanged));
    stepFunctions.register(Machines.WAVES, Machines.WAVE);
    stepFunctions.register(Machines.EXECUTIONS, Machines.EXECUTION);
    people = new People(lambda, history, plan.planId());
    cast = new Cast(scenario.actions(), lambda, people, stepFunctions, history, log);
    var parts = clients.with(store, wiring.store());
    var containers = new Containers(parts, baton, (execution, events) -> {});
    lambda.runs(new Container(containers::handler, history::surprise));
  }

  /** Runs {@code scenario} to its end, or to the first promise that is broken. */
  public static Outcome of(
      Scenario scenario, Wiring wiring, SharedClients clients, boolean isLogged) {
    return new Run(scenario, wiring, clients, isLogged).run();
  }

  private MemoryDynamoDb tables(PlanFile plan) {
    var tables =
        new MemoryDynamoDb(weather, this::stored)
            .with(Containers.TABLES.executionHistory(), "executionId", "planId")
            .with(Containers.TABLES.recoveryPlans(), "planId")
            .with(Containers.TABLES.protectionGroups(), "groupId")
            .with(Containers.TABLES.targetAccounts(), "accountId");
    put(tables, Containers.TABLES.recoveryPlans(), List.of(plan.plan()));
    put(tables, Containers.TABLES.protectionGroups(), plan.protectionGroups());
    put(tables, Containers.TABLES.targetAccounts(), plan.targetAccounts());
    return tables;
  }

  private static void put(DynamoDbClient tables, String table, List<JsonNode> items) {
    items.forEach(
        item ->
            tables.putItem(
                PutItemRequest.builder().tableName(table).item(JsonItems.item(item)).build()));
  }

  private Outcome run() {
    clients.use(new Wire(endpoints(), weather, wiring.requests()));
    cast.happened(Occasion.BEGIN);
    time.after(TICK, this::find);
    time.after(CARE, this::care);
    boolean isRest = rests();
    baton.killAll();
    return new Outcome(
        endings(), violation(isRest), coverage, lambda.invocations(), log.all(), log.story());
  }

  /** Whether it comes to rest, and stays so for a while: something late may still be on its way. */
  private boolean rests() {
    while (runUntil(this::isAtRest)) {
      var end = time.instant().plus(REST);
      boolean hasTime = runUntil(() -> !time.instant().isBefore(end));
      if (hasTime && isAtRest()) {
        return true;
      }
    }
    return false;
  }

  private List<HttpEndpoint> endpoints() {
    var endpoints = new ArrayList<HttpEndpoint>();
    endpoints.add(new StepFunctionsEndpoint(stepFunctions));
    endpoints.addAll(drs.aws().endpoints());
    return endpoints;
  }

  private boolean runUntil(BooleanSupplier isDone) {
    var limit = BEGIN.plus(LONGEST);
    while (!isDone.getAsBoolean()) {
      if (history.violation().isPresent()
          || lambda.invocations() > MOST_INVOCATIONS
          || time.instant().isAfter(limit)
          || !time.runNext()) {
        return false;
      }
    }
    return true;
  }

  private boolean isAtRest() {
    return cast.isIdle()
        && lambda.isIdle()
        && !history.executions().isEmpty()
        && history.executions().stream().allMatch(id -> history.last(id).hasEnded())
        && workflows().values().stream().noneMatch("RUNNING"::equals);
  }

  private Optional<Violation> violation(boolean isRest) {
    return history
        .violation()
        .or(() -> EndRules.check(history, facts()).findFirst())
        .or(
            () ->
                isRest
                    ? Optional.empty()
                    : Optional.of(new Violation("END", "no rest: " + state + " " + workflows())));
  }

  private List<JobState> jobs() {
    return drs.jobs();
  }

  private Facts facts() {
    return new Facts(jobs(), workflows(), cast.stopped(), drs.mayFail());
  }

  private Map<String, String> workflows() {
    var found = new LinkedHashMap<String, String>();
    stepFunctions
        .listExecutions(Machines.ACCOUNT.stateMachineArn(Machines.EXECUTIONS), status -> true)
        .forEach(execution -> found.put(execution.name(), execution.status().name()));
    return found;
  }

  private List<String> endings() {
    return history.executions().stream().map(id -> history.last(id).status()).toList();
  }

  /** The minute schedule of EventBridge, which somebody makes rarer when it takes too long. */
  private void find() {
    lambda.invoke(Machines.FUNCTION, Events.TICK, unheard -> {});
    boolean isBusy = time.instant().isBefore(BEGIN.plus(BUSY_TIME));
    time.after(isBusy ? TICK : LATER_TICK, this::find);
  }

  /** In the end somebody comes and lifts the gate. */
  private void care() {
    history.executions().stream()
        .filter(id -> history.last(id).status().equals("PAUSED"))
        .forEach(id -> people.click(Operation.RESUME, id));
    time.after(CARE, this::care);
  }

  private void statusChanged(ExecutionSnapshot execution) {
    log.event(() -> "workflow %s is %s".formatted(execution.name(), execution.status()));
    if (execution.machine().name().equals(Machines.EXECUTIONS)
        && execution.status() != ExecutionStatus.RUNNING) {
      lambda.invoke(Machines.FUNCTION, Events.statusChange(execution), unheard -> {});
    }
  }

  private void stored(Changed change) {
    if (change.table().equals(Containers.TABLES.executionHistory())) {
      var who = weather.writer();
      history.stored(time.instant(), who, change.after());
      var item = new Item(change.after());
      log.event(() -> "  stored by %s: %s".formatted(who, item.summary()));
      if (item.text("executionId").equals(cast.main())) {
        follow(new Item(change.before()), item);
      }
    }
  }

  private void follow(Item before, Item item) {
    if (item.launches() > before.launches()) {
      cast.happened(Occasion.WAVE_LAUNCHED);
    }
    if (item.completedWaves() > before.completedWaves()) {
      cast.happened(Occasion.WAVE_COMPLETED);
    }
    if (item.isAskedToResume() && !before.isAskedToResume()) {
      cast.happened(Occasion.GATE_LIFTED);
    }
    var now = State.valueOf(item.status());
    if (now != state) {
      state = now;
      cast.happened(Occasion.entering(now));
    }
    int next = item.completedWaves();
    if (next > nextWave) {
      nextWave = next;
      drs.waveIsNext(next);
    }
  }

  private void begun(Operation operation) {
    cast.happened(Occasion.beginning(operation));
  }

  @Override
  public void begins(Call call, Invocation invocation) {
    if (call.service().equals("drs")) {
      drs.met().forEach(kind -> coverage.met(kind, invocation.operation, state));
    }
  }

  @Override
  public void done(Call call, Invocation invocation) {
    if (call.name().equals("StartRecovery")) {
      drs.newestLaunch().ifPresent(job -> history.launched(job, invocation.seenWrites));
    }
    invocation.seenWrites = history.writes();
  }
}
