package io.drsorchestrator.local.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.system.LocalSystem;
import java.util.concurrent.atomic.AtomicInteger;

/** The operators of all executions: they start, resume and cancel, and try again if told to. */
final class Operators {

  private static final int PATIENCE = 60;

  private final LocalSystem system;
  private final AtomicInteger again = new AtomicInteger();

  Operators(LocalSystem system) {
    this.system = system;
  }

  /** Something that every process of the function can answer. */
  void look() {
    var unused = system.invoke(operation("find"));
  }

  /** The id of the new execution. */
  String start(String planId) {
    var create = operation("create").put("planId", planId).put("executionType", "DRILL");
    return accepted(create.put("initiatedBy", "load")).path("executionId").asText();
  }

  void command(String command, String executionId) {
    var unused =
        accepted(operation(command).put("executionId", executionId).put("requestedBy", "load"));
  }

  private static ObjectNode operation(String name) {
    return JsonNodeFactory.instance.objectNode().put("operation", name);
  }

  /** 503 is an answer under load: nothing has been done, and one may try again. */
  private JsonNode accepted(ObjectNode event) {
    for (int i = 0; i < PATIENCE; i++) {
      var answer = system.invoke(event);
      var status = answer.path("statusCode").asInt();
      if (status < 300) {
        return answer;
      }
      if (status != 503) {
        throw new IllegalStateException(event + ": " + answer);
      }
      again.incrementAndGet();
      sleep();
    }
    throw new IllegalStateException(event + ": still 503 after " + PATIENCE + " tries");
  }

  /** How often somebody had to try again. */
  int again() {
    return again.get();
  }

  static void sleep() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
