package io.drsorchestrator.local.simulate.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.WavePolicy;
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
import io.drsorchestrator.local.simulate.scenario.PlannedAction;
import io.drsorchestrator.local.simulate.scenario.Scenario;
import io.drsorchestrator.local.simulate.scenario.State;
import io.drsorchestrator.local.simulate.store.Changed;
import io.drsorchestrator.local.simulate.store.MemoryDynamoDb;
import io.drsorchestrator.local.stepfunctions.ExecutionSnapshot;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import io.drsorchestrator.local.stepfunctions.Ports;
import io.drsorchestrator.local.stepfunctions.StatusChangeEvent;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.system.JsonItems;
import io.drsorchestrator.local.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** One run of a scenario, from an empty table to the rest after everything. */
public final class Run implements Weather.Observer {

  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");
  private static final Tables TABLES = new Tables("history", "plans", "groups", "accounts");
  private static final WavePolicy POLICY =
      new WavePolicy(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofMinutes(10));
  private static final String TICK_EVENT = "{\"source\":\"aws.events\"}";
  private static final Duration TICK = Duration.ofMinutes(1);
  private static final Duration LATER_TICK = Duration.ofMinutes(10);
  private static final Duration BUSY_TIME = Duration.ofHours(3);
  private static final Duration CARE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(4);
  private static final Duration REST = Duration.ofMinutes(12);
  private static final int MOST_INVOCATIONS = 20_000;

  /** What the handler must bear at any time; a request to hold has a token that nobody has yet. */
  private static final Set<Operation> STRAYS =
      Set.of(
          Operation.START_WAVE,
          Operation.POLL,
          Operation.GO_ON,
          Operation.UPDATE,
          Operation.FINALIZE);

  private final Scenario scenario;
  private final Wiring wiring;
  private final VirtualScheduler time = new VirtualScheduler(BEGIN);
  private final Coverage coverage = new Coverage();
  private final History history = new History(this::jobs);
  private final RunLog log;
  private final Lambda lambda;
  private final Weather weather;
  private final MemoryDynamoDb store;
  private final Drs drs;
  private final StepFunctions stepFunctions;
  private final People people;
  private final SharedClients clients;
  private final Map<Occasion, Integer> times = new EnumMap<>(Occasion.class);
  private final List<String> stopped = new ArrayList<>();
  private State state = State.NONE;
  private int nextWave = -1;
  private int dueActions;
  private int ids;

  private Run(Scenario scenario, Wiring wiring, SharedClients clients, boolean isLogged) {
    this.scenario = scenario;
    this.wiring = wiring;
    this.clients = clients;
    log = new RunLog(time, isLogged);
    var plan = scenario.plan().file();
    var faults = new Faults(scenario.faults());
    lambda =
        new Lambda(
            time,
            clients.threads(),
            faults,
            log,
            coverage,
            () -> state,
            history::surprise,
            operation -> happened(Occasion.beginning(operation)));
    var latency = new Latency(scenario.seed(), scenario.latencyMillis());
    weather = new Weather(lambda, latency, faults, log, coverage, this);
    store = tables(plan);
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
    lambda.runs(this::handler);
    if (scenario.latencyMillis() > 0) {
      lambda.isSlow();
    }
  }

  /** Runs {@code scenario} to its end, or to the first promise that is broken. */
  public static Outcome of(
      Scenario scenario, Wiring wiring, SharedClients clients, boolean isLogged) {
    return new Run(scenario, wiring, clients, isLogged).run();
  }

  private MemoryDynamoDb tables(PlanFile plan) {
    var tables =
        new MemoryDynamoDb(weather, this::stored)
            .with(TABLES.executionHistory(), "executionId", "planId")
            .with(TABLES.recoveryPlans(), "planId")
            .with(TABLES.protectionGroups(), "groupId")
            .with(TABLES.targetAccounts(), "accountId");
    put(tables, TABLES.recoveryPlans(), List.of(plan.plan()));
    put(tables, TABLES.protectionGroups(), plan.protectionGroups());
    put(tables, TABLES.targetAccounts(), plan.targetAccounts());
    return tables;
  }

  private static void put(DynamoDbClient tables, String table, List<JsonNode> items) {
    items.forEach(
        item ->
            tables.putItem(
                PutItemRequest.builder().tableName(table).item(JsonItems.item(item)).build()));
  }

  private RequestStreamHandler handler() {
    var settings =
        new Settings(lambda, this::newId, AccountContext.current(PlanFile.ACCOUNT), POLICY);
    var parts = clients.with(store, wiring.store());
    var useCases =
        LambdaBootstrap.useCases(environment(), parts, (execution, events) -> {}, settings);
    return new ExecutionHandler(useCases, Authorization.OFF, lambda);
  }

  private String newId() {
    return "id-" + ++ids;
  }

  private static Map<String, String> environment() {
    return Map.of(
        "EXECUTION_HISTORY_TABLE",
        TABLES.executionHistory(),
        "RECOVERY_PLANS_TABLE",
        TABLES.recoveryPlans(),
        "PROTECTION_GROUPS_TABLE",
        TABLES.protectionGroups(),
        "TARGET_ACCOUNTS_TABLE",
        TABLES.targetAccounts(),
        "STATE_MACHINE_ARN",
        Machines.ACCOUNT.stateMachineArn(Machines.EXECUTIONS),
        "EXECUTION_NOTIFICATIONS_TOPIC_ARN",
        "arn:aws:sns:us-east-1:111122223333:notifications",
        "AWS_REGION",
        "us-east-1");
  }

  private Outcome run() {
    clients.use(new Wire(endpoints(), weather, wiring.requests()));
    happened(Occasion.BEGIN);
    time.after(TICK, this::find);
    time.after(CARE, this::care);
    boolean isRest = rests();
    lambda.killAll();
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
    return dueActions == 0
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
    return new Facts(jobs(), workflows(), stopped, drs.mayFail());
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
    lambda.invoke(Machines.FUNCTION, TICK_EVENT, unheard -> {});
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

  private String main() {
    var known = history.executions();
    return known.isEmpty() ? People.EXECUTION : known.get(0);
  }

  private void statusChanged(ExecutionSnapshot execution) {
    log.event(() -> "workflow %s is %s".formatted(execution.name(), execution.status()));
    if (execution.machine().name().equals(Machines.EXECUTIONS)
        && execution.status() != ExecutionStatus.RUNNING) {
      var event =
          JsonNodeFactory.instance
              .objectNode()
              .put("source", "aws.states")
              .set("detail", StatusChangeEvent.detail(execution));
      lambda.invoke(Machines.FUNCTION, event.toString(), unheard -> {});
    }
  }

  private void stored(Changed change) {
    if (change.table().equals(TABLES.executionHistory())) {
      var who = weather.writer();
      history.stored(time.instant(), who, change.after());
      var item = new Item(change.after());
      log.event(() -> "  stored by %s: %s".formatted(who, item.summary()));
      if (item.text("executionId").equals(main())) {
        follow(new Item(change.before()), item);
      }
    }
  }

  private void follow(Item before, Item item) {
    if (item.launches() > before.launches()) {
      happened(Occasion.WAVE_LAUNCHED);
    }
    if (item.completedWaves() > before.completedWaves()) {
      happened(Occasion.WAVE_COMPLETED);
    }
    if (item.isAskedToResume() && !before.isAskedToResume()) {
      happened(Occasion.GATE_LIFTED);
    }
    var now = State.valueOf(item.status());
    if (now != state) {
      state = now;
      happened(Occasion.entering(now));
    }
    int next = item.completedWaves();
    if (next > nextWave) {
      nextWave = next;
      drs.waveIsNext(next);
    }
  }

  private void happened(Occasion occasion) {
    int count = times.merge(occasion, 1, Integer::sum);
    for (var action : scenario.actions()) {
      if (action.when() == occasion && action.time() == count) {
        dueActions++;
        time.after(Duration.ofMillis(action.delayMillis()), () -> act(action));
      }
    }
  }

  private void act(PlannedAction action) {
    dueActions--;
    log.event(() -> "--- " + action);
    switch (action.kind()) {
      case CLICK -> click(action.operation());
      case ECHO -> echo(action.operation());
      case STOP_WORKFLOW -> stopWorkflow();
    }
  }

  private void click(Operation operation) {
    if (operation == Operation.CREATE) {
      boolean isFirst = state == State.NONE;
      people.create(
          isFirst ? People.EXECUTION : "", 1, () -> isFirst && history.executions().isEmpty());
    } else {
      people.click(operation, main());
    }
  }

  private void echo(Operation operation) {
    var request = lambda.lastRequest(operation);
    if (request != null) {
      lambda.invoke(Machines.FUNCTION, request, unheard -> {});
    } else if (operation == Operation.FIND) {
      lambda.invoke(Machines.FUNCTION, TICK_EVENT, unheard -> {});
    } else if (operation == Operation.WORKFLOW_ENDED && state != State.NONE) {
      lambda.invoke(Machines.FUNCTION, foreignEnd(), unheard -> {});
    } else if (STRAYS.contains(operation) && state != State.NONE) {
      lambda.invoke(Machines.FUNCTION, stray(operation), unheard -> {});
    }
  }

  /** A workflow that somebody started by hand with the same input has failed. */
  private String foreignEnd() {
    var event = JsonNodeFactory.instance.objectNode().put("source", "aws.states");
    event
        .putObject("detail")
        .put("status", "FAILED")
        .put("name", main())
        .put("executionArn", Machines.ACCOUNT.executionArn("by-hand", main()));
    return event.toString();
  }

  /** As the workflow would ask for it, long before its time. */
  private String stray(Operation operation) {
    var name =
        operation == Operation.START_WAVE ? "startWave" : operation.name().toLowerCase(Locale.ROOT);
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", operation == Operation.GO_ON ? "resume" : name)
        .put("executionId", main())
        .put("planId", scenario.plan().file().planId())
        .put("waveNumber", 0)
        .put("workflow", Machines.ACCOUNT.executionArn(Machines.EXECUTIONS, main()))
        .toString();
  }

  private void stopWorkflow() {
    var arn = Machines.ACCOUNT.executionArn(Machines.EXECUTIONS, main());
    if ("RUNNING".equals(workflows().get(main()))) {
      stopped.add(main());
      stepFunctions.stopExecution(arn, "Stopped", "by hand");
    }
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
