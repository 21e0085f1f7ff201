package io.drsorchestrator.local.races;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.out.dynamodb.DynamoDbStore;
import io.drsorchestrator.adapter.out.dynamodb.Tables;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.Workflows;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Starts of plans at the same time, over the real handler and a real store. */
final class StartRace {

  /** Who starts what. */
  enum Contest {
    ONE_PLAN,
    TWO_PLANS_WITH_A_SERVER_IN_COMMON,
    A_CHAIN_OF_THREE_PLANS,
    AGAINST_AN_EXECUTION_THAT_ENDS
  }

  private static final AccountContext HUB = AccountContext.current("111122223333");
  private static final AtomicLong RACES = new AtomicLong();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final long number = RACES.incrementAndGet();
  private final Random random;
  private final Schedule schedule;
  private final StartHistory history = new StartHistory();
  private final Map<Actor, Runnable> scripts = new LinkedHashMap<>();
  private final StartDynamoDb dynamoDb;
  private final ExecutionHandler handler;
  private String started = "";

  /** How one race went. */
  record Outcome(StartHistory history, Optional<String> violation, String log) {}

  private StartRace(long seed, StartGuard removed) {
    random = new Random(seed);
    schedule = new Schedule(random);
    var table = "starts-" + number;
    Engine.create(table);
    dynamoDb = new StartDynamoDb(schedule, history, removed, random, random.nextInt(3) == 0);
    handler = new ExecutionHandler(useCases(table), Authorization.OFF, schedule);
  }

  static Outcome run(long seed, Contest contest, StartGuard removed) {
    var race = new StartRace(seed, removed);
    race.prepare(contest);
    race.schedule.run(race.scripts);
    var isContest =
        contest == Contest.ONE_PLAN || contest == Contest.TWO_PLANS_WITH_A_SERVER_IN_COMMON;
    var violation = new StartOracle(race.history, isContest).violation();
    Engine.delete("starts-" + race.number);
    return new Outcome(race.history, violation, race.schedule.log());
  }

  private void prepare(Contest contest) {
    switch (contest) {
      case ONE_PLAN -> {
        starter("a");
        starter("a");
      }
      case TWO_PLANS_WITH_A_SERVER_IN_COMMON -> {
        starter("ab");
        starter("bc");
      }
      case A_CHAIN_OF_THREE_PLANS -> {
        starter("ab");
        starter("bc");
        starter("cd");
      }
      case AGAINST_AN_EXECUTION_THAT_ENDS -> {
        scripts.put(new Actor("owner"), this::startAndCancel);
        starter("bc");
        starter("ca");
      }
    }
    scripts.put(
        new Actor("network"),
        () -> {
          for (int i = 0; i < 6; i++) {
            schedule.sleep(random.nextInt(30));
            dynamoDb.deliver();
          }
        });
  }

  private void starter(String plan) {
    scripts.put(
        new Actor("starter of " + plan),
        () -> {
          schedule.sleep(random.nextInt(3));
          start(plan);
        });
  }

  private void startAndCancel() {
    start("ab");
    schedule.sleep(random.nextInt(4));
    if (!started.isEmpty()) {
      var unused =
          invoke(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("operation", "cancel")
                  .put("executionId", started));
    }
  }

  private void start(String plan) {
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("httpMethod", "POST")
            .put("resource", "/executions")
            .put(
                "body",
                "{\"planId\":\"%s\",\"executionType\":\"DRILL\",\"initiatedBy\":\"x\"}"
                    .formatted(plan));
    invoke(event)
        .ifPresentOrElse(
            answer -> {
              started = answer.body().path("executionId").asText();
              history.answers.add(answer);
            },
            () -> history.crashes++);
  }

  private Optional<StartHistory.Answer> invoke(JsonNode event) {
    try {
      var output = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(MAPPER.writeValueAsBytes(event)), output, context());
      var answer = MAPPER.readTree(output.toByteArray());
      return Optional.of(
          new StartHistory.Answer(
              answer.path("statusCode").asInt(), MAPPER.readTree(answer.path("body").asText())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Crash e) {
      return Optional.empty();
    }
  }

  private UseCases useCases(String table) {
    var tables = new Tables(table, "plans", "groups", "accounts");
    return UseCases.of(
        store(DynamoDbStore.of(dynamoDb, tables, ids("start-write-" + number + "-"), HUB)),
        new Aws(
            unused(RecoveryJobs.class),
            new ScriptedServers(schedule),
            new CalmAdmission(),
            unused(LaunchConfigurations.class),
            unused(RecoveryInstances.class),
            workflows()),
        occurrence -> {},
        new Settings(schedule, ids("execution-" + number + "-"), HUB, WavePolicy.DEFAULT));
  }

  /** The real store; plans and groups are not written by anybody and need no table. */
  private static ExecutionStore store(ExecutionStore store) {
    var group = new ProtectionGroup("group", "us-east-1", Option.none(), HashMap.empty());
    return new ExecutionStore(
        store.executions(),
        store.newExecutions(),
        store.locks(),
        id -> Option.some(plan(id)),
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

  /** A wave for each letter of its id. */
  private static RecoveryPlan plan(PlanId id) {
    return new RecoveryPlan(
        id,
        "Plan",
        Vector.range(0, id.value().length())
            .map(
                wave ->
                    new WavePlan(
                        new WaveNumber(wave),
                        "Wave " + wave,
                        Option.some("group"),
                        Vector.of(new SourceServerId("s-" + id.value().charAt(wave))),
                        false)));
  }

  private Workflows workflows() {
    return proxy(
        Workflows.class,
        () ->
            schedule.call(
                "starts a workflow",
                () -> new WorkflowArn("arn:aws:states:us-east-1:111122223333:execution:drs:any")));
  }

  private static <P> P unused(Class<P> port) {
    return proxy(
        port,
        () -> {
          throw new IllegalStateException(port + " is not for starts");
        });
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis") ? 300_000 : "script");
  }

  private static <P> P proxy(Class<P> port, Supplier<Object> answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                method.getReturnType() == void.class ? null : answer.get()));
  }

  private static Supplier<String> ids(String prefix) {
    var next = new AtomicInteger();
    return () -> prefix + next.incrementAndGet();
  }
}
