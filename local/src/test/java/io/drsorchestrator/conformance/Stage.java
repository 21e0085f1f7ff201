package io.drsorchestrator.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a case builds on: plans and executions of its own, which go when it is over. */
final class Stage implements AutoCloseable {

  private final Connections to;
  private final List<Run> runs = new ArrayList<>();

  Stage(Connections to) {
    this.to = to;
  }

  Target.Fleet fleet() {
    return to.target().fleet();
  }

  /** A server whose launches fail. */
  String failingServer() {
    return to.next(fleet().failing());
  }

  /** A plan of so many waves. */
  Sketch waves(int count) {
    return new Sketch(
        Stream.generate(() -> new Sketch.Wave(to.next(fleet().servers()), fleet().region(), false))
            .limit(count)
            .toList());
  }

  /** An execution that has not begun, and no workflow but the case itself. */
  Run run(Sketch sketch) {
    return run(sketch, item -> item);
  }

  /** An execution with the item that {@code change} makes of one that has not begun. */
  Run run(Sketch sketch, UnaryOperator<ObjectNode> change) {
    var run = new Run(to, UUID.randomUUID().toString(), store(sketch), sketch);
    var item = sketch.item(run.executionId(), run.planId(), Instant.now().getEpochSecond());
    item.put("stateMachineArn", run.workflowArn());
    item.putObject("accountContext")
        .put("accountId", to.target().account())
        .putNull("assumeRoleName")
        .put("isCurrentAccount", true);
    to.items().put(to.target().tables().executions(), change.apply(item));
    runs.add(run);
    return run;
  }

  /** An execution that the system has started, which its own workflow drives. */
  Run start(Sketch sketch) {
    var planId = store(sketch);
    var reply = create(planId);
    var run = new Run(to, reply.payload().path("executionId").asText(), planId, sketch);
    if (run.executionId().isEmpty()) {
      throw new AssertionError("not started: " + reply);
    }
    runs.add(run);
    return run;
  }

  /** Whether a start succeeded; the execution is this stage's to clear then. */
  boolean adopt(Reply reply) {
    var executionId = reply.payload().path("executionId").asText();
    if (reply.statusCode() != 200) {
      return false;
    }
    var planId = reply.payload().path("planId").asText();
    runs.add(new Run(to, executionId, planId, waves(0)));
    return true;
  }

  /** What a start of the plan is answered. */
  Reply create(String planId) {
    return invoke(
        Json.object()
            .put("operation", "create")
            .put("planId", planId)
            .put("executionType", "DRILL")
            .put("initiatedBy", "conformance"));
  }

  /** The plan and its protection groups are in their tables; the answer is the plan's id. */
  String store(Sketch sketch) {
    var planId = UUID.randomUUID().toString();
    store(planId, sketch);
    return planId;
  }

  void store(String planId, Sketch sketch) {
    var tables = to.target().tables();
    to.items().put(tables.plans(), sketch.plan(planId));
    sketch.waves().forEach(wave -> to.items().put(tables.groups(), group(wave)));
  }

  private ObjectNode group(Sketch.Wave wave) {
    var group =
        Json.object()
            .put("groupId", wave.group())
            .put("groupName", "Group of " + wave.server())
            .put("region", wave.region())
            .put("accountId", to.target().account());
    group.set("sourceServerIds", Json.texts(List.of(wave.server())));
    group.putObject("launchConfig");
    return group;
  }

  /** A lock that somebody has left behind (contract 2.4); the answer is its id. */
  String lock() {
    var run = run(waves(1));
    var id = "execution-lock-" + run.planId();
    to.items()
        .put(
            to.target().tables().executions(),
            Json.object()
                .put("executionId", id)
                .put("planId", run.planId())
                .put("status", "LOCK")
                .put("lockExpiry", 1));
    runs.add(new Run(to, id, run.planId(), run.sketch()));
    return id;
  }

  Reply invoke(ObjectNode event) {
    return to.function().invoke(event);
  }

  long launches(Collection<String> servers) {
    return to.launches().count(servers);
  }

  @Override
  public void close() {
    runs.forEach(Run::remove);
  }
}
