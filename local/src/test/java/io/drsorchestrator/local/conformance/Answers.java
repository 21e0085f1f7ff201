package io.drsorchestrator.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.function.UnaryOperator;

/** Answers that are not our handler's own. */
final class Answers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Answers() {}

  /** A changed answer; one that is no answer stays as it is. */
  static InvocationResult with(InvocationResult result, UnaryOperator<ObjectNode> change) {
    try {
      return result instanceof InvocationResult.Answer answer
          ? of(change.apply((ObjectNode) MAPPER.readTree(answer.payloadJson())))
          : result;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static InvocationResult of(ObjectNode json) {
    return InvocationResult.success(json.toString());
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
