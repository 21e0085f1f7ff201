package io.drsorchestrator.local.aws.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.stepfunctions.StepFunctions;
import io.drsorchestrator.local.stepfunctions.StepFunctionsException;
import java.util.HashMap;
import java.util.Map;

/** Step Functions over HTTP. */
public final class StepFunctionsEndpoint implements HttpEndpoint {
  private static final String TARGET = "x-amz-target";
  private static final String SERVICE = "AWSStepFunctions.";
  private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private final Map<String, Operation> operations = new HashMap<>();

  /** The API of {@code stepFunctions}. */
  public StepFunctionsEndpoint(StepFunctions stepFunctions) {
    operations.putAll(new ExecutionOperations(stepFunctions).all());
    operations.putAll(new MachineOperations(stepFunctions).all());
    operations.putAll(new TaskOperations(stepFunctions).all());
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return target(request).startsWith(SERVICE);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    try {
      return answer(OK, result(request));
    } catch (StepFunctionsException refusal) {
      return answer(BAD_REQUEST, error(refusal));
    }
  }

  private ObjectNode result(HttpRequest request) {
    var operation = operations.get(target(request).substring(SERVICE.length()));
    if (operation == null) {
      throw new StepFunctionsException(
          "UnknownOperationException", "Supported operations: " + operations.keySet());
    }
    return operation.perform(Arguments.parse(request.body()));
  }

  private static ObjectNode error(StepFunctionsException refusal) {
    return Json.object().put("__type", refusal.code()).put("message", refusal.getMessage());
  }

  private static HttpResponse answer(int status, ObjectNode body) {
    return HttpResponse.of(status, CONTENT_TYPE, Json.text(body));
  }

  private static String target(HttpRequest request) {
    return request.header(TARGET).orElse("");
  }
}
