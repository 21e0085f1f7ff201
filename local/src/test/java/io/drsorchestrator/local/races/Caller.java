package io.drsorchestrator.local.races;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.adapter.in.lambda.FinalFaultException;
import io.drsorchestrator.adapter.in.lambda.RetryableFaultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;

/** Invokes the handler in the name of whoever holds the baton. */
final class Caller {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ExecutionHandler handler;
  private final Schedule schedule;
  private final History history;
  private final String executionId;
  private final String planId;
  private int clicks;

  Caller(
      ExecutionHandler handler,
      Schedule schedule,
      History history,
      String executionId,
      String planId) {
    this.handler = handler;
    this.schedule = schedule;
    this.history = history;
    this.executionId = executionId;
    this.planId = planId;
  }

  ObjectNode operation(String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", name)
        .put("executionId", executionId)
        .put("planId", planId)
        .put("requestedBy", "tester");
  }

  /** What API Gateway sends of a click; the reason tells one click from every other. */
  ObjectNode command(String name) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("httpMethod", "POST").put("resource", "/executions/{id}/" + name);
    event.putObject("pathParameters").put("id", executionId);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("claims")
        .put("email", schedule.current().name());
    return event.put("body", "{\"reason\":\"click %d\"}".formatted(++clicks));
  }

  /** The operation that is asked for, by whatever way. */
  static String nameOf(JsonNode request) {
    var resource = request.path("resource").asText();
    return resource.isEmpty()
        ? request.path("operation").asText("update")
        : resource.substring(resource.lastIndexOf('/') + 1);
  }

  ObjectNode byWorkflow(String name) {
    return operation(name).put("workflow", ScriptedWorkflows.ARN + executionId);
  }

  /** What EventBridge tells of a workflow that has ended. */
  ObjectNode statusChange(String status) {
    var event = JsonNodeFactory.instance.objectNode().put("source", "aws.states");
    event
        .putObject("detail")
        .put("status", status)
        .put("name", executionId)
        .put("executionArn", ScriptedWorkflows.ARN + executionId);
    return event;
  }

  /** The answer; a crash, a time-out and a thrown exception are all no answer. */
  JsonNode invoke(ObjectNode request) {
    var actor = schedule.current();
    int seconds = schedule.happens(500) ? 45 : 300;
    actor.begin(nameOf(request), schedule.instant().getEpochSecond() + seconds);
    int from = schedule.steps();
    try {
      var output = new ByteArrayOutputStream();
      handler.handleRequest(
          new ByteArrayInputStream(MAPPER.writeValueAsBytes(request)), output, context(seconds));
      var answer = MAPPER.readTree(output.toByteArray());
      history.acknowledged.add(
          new History.Acknowledged(from, schedule.steps(), request.deepCopy(), answer));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FinalFaultException e) {
      throw new FailedException(e, true);
    } catch (Crash e) {
      history.troubles++;
      throw new FailedException(e, false);
    } catch (RetryableFaultException e) {
      throw new FailedException(e, false);
    } catch (RuntimeException e) {
      history.surprises.add(request + ": " + e);
      throw new FailedException(e, true);
    } finally {
      actor.end();
    }
  }

  /** For those who do not care. */
  void tryOnce(ObjectNode request) {
    try {
      invoke(request);
    } catch (FailedException e) {
      schedule.step("gives up");
    }
  }

  private static Context context(int seconds) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getRemainingTimeInMillis") ? seconds * 1000 : "script");
  }
}
