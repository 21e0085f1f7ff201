package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.StateFailure;

/** Tasks that a Lambda function does, or passes on together with their token. */
final class LambdaTask implements TaskService {
  private static final int OK = 200;
  private static final String UNNAMED = "Lambda.Unknown";

  @Override
  public void start(TaskAttempt attempt, JsonNode parameters) {
    var function = parameters.path("FunctionName").asText();
    var payload = Json.text(parameters.has("Payload") ? parameters.get("Payload") : Json.object());
    var services = attempt.services();
    var turns = services.turns();
    turns.outside(
        () ->
            services
                .ports()
                .lambda()
                .invoke(function, payload, result -> turns.soon(() -> answered(attempt, result))));
  }

  private static void answered(TaskAttempt attempt, InvocationResult result) {
    if (result instanceof InvocationResult.FunctionError failed) {
      attempt.fail(functionError(failed.errorJson()));
    } else if (result instanceof InvocationResult.ServiceError failed) {
      attempt.fail(new StateFailure(failed.error(), failed.cause()));
    } else if (result instanceof InvocationResult.Answer answer) {
      returned(attempt, answer.payloadJson());
    }
  }

  private static void returned(TaskAttempt attempt, String payload) {
    if (attempt.resource().hasToken()) {
      attempt.submitted(output(payload));
    } else {
      attempt.succeed(() -> output(payload));
    }
  }

  private static JsonNode output(String payload) {
    var output = Json.object().put("ExecutedVersion", "$LATEST");
    output.set("Payload", jsonOrText(payload));
    output.putObject("SdkHttpMetadata").put("HttpStatusCode", OK);
    return output.put("StatusCode", OK);
  }

  private static StateFailure functionError(String errorJson) {
    var type = jsonOrText(errorJson).path("errorType").asText(UNNAMED);
    return new StateFailure(type, errorJson);
  }

  private static JsonNode jsonOrText(String text) {
    return Json.parse(text).orElseGet(() -> JsonNodeFactory.instance.textNode(text));
  }
}
