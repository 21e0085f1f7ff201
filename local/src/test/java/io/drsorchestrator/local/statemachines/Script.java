package io.drsorchestrator.local.statemachines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.stepfunctions.ExecutionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the handler answers, one call after another, and where that ends. */
record Script(String name, String end, List<ObjectNode> answers) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String THROTTLED = "Lambda.TooManyRequestsException";

  static Script named(String name, String end) {
    return new Script(name, end, List.of());
  }

  Script answers(Step... steps) {
    return and(Stream.of(steps).map(step -> answer("return", Machines.json(step.json()))));
  }

  Script throttled(int times) {
    return fails(THROTTLED, times);
  }

  Script fails(String error, int times) {
    return and(Stream.generate(() -> answer("error", JSON.textNode(error))).limit(times));
  }

  private static ObjectNode answer(String kind, JsonNode value) {
    return JSON.objectNode().set(kind, value);
  }

  private Script and(Stream<ObjectNode> more) {
    var all = new ArrayList<>(answers);
    more.forEach(all::add);
    return new Script(name, end, all);
  }

  String fileName() {
    return name.replace(' ', '-') + ".json";
  }

  /** Runs to the end, ringing at every gate. */
  Machines run() {
    var machines = Machines.answering();
    answers.forEach(answer -> give(machines, answer));
    machines.start();
    for (int i = 0; i < 1_000 && running(machines); i++) {
      machines.advance(Duration.ofMinutes(1));
      ringAtGate(machines);
    }
    return machines;
  }

  private static boolean running(Machines machines) {
    return machines.execution().status() == ExecutionStatus.RUNNING;
  }

  private static void ringAtGate(Machines machines) {
    var last = machines.payloads().get(machines.payloads().size() - 1);
    if (last.has("taskToken")) {
      machines.stepFunctions.sendTaskSuccess(last.path("taskToken").asText(), "{}");
      machines.time.runDue();
    }
  }

  private static void give(Machines machines, ObjectNode answer) {
    var error = answer.path("error").asText();
    if (error.isEmpty()) {
      machines.handler.returning(answer.path("return").toString());
    } else if (error.equals(THROTTLED)) {
      machines.throttling(1);
    } else {
      machines.failing(error, 1);
    }
  }

  /** What another interpreter has to do alike; names that are made up are replaced by numbers. */
  ObjectNode trace(Machines machines) {
    var trace = JSON.objectNode().put("name", name).put("end", end);
    trace.set("answers", array(answers));
    var ids = JSON.objectNode();
    machines.children().forEach(child -> ids.put(child.executionArn(), "child " + ids.size()));
    trace.set("states", texts(machines.states()));
    var children = trace.putArray("children");
    for (var child : machines.children()) {
      var one = children.addObject();
      one.set("input", Machines.json(child.input()));
      one.set("states", texts(machines.statesOf(child)));
    }
    trace.set("payloads", array(machines.payloads().stream().map(p -> plain(p, ids)).toList()));
    return trace;
  }

  private static JsonNode plain(JsonNode payload, ObjectNode ids) {
    var plain = payload.<ObjectNode>deepCopy();
    var workflow = plain.path("workflow").asText();
    plain.put("workflow", ids.path(workflow).asText(workflow));
    if (plain.has("taskToken")) {
      plain.put("taskToken", "token");
    }
    return plain;
  }

  private static ArrayNode array(List<? extends JsonNode> nodes) {
    return JSON.arrayNode().addAll(nodes);
  }

  private static ArrayNode texts(List<String> texts) {
    var array = JSON.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  @Override
  public String toString() {
    return name;
  }
}
