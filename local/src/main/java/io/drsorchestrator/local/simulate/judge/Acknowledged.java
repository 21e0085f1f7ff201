package io.drsorchestrator.local.simulate.judge;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.simulate.scenario.Operation;

/**
 * An answer that an operator got.
 *
 * @param from number of the last write when the request was made
 * @param to number of the last write when the answer came
 */
public record Acknowledged(
    Operation operation, String executionId, int from, int to, JsonNode answer) {

  /** Whether the command was accepted. */
  public boolean isAccepted() {
    return answer.path("statusCode").asInt() / 100 == 2;
  }
}
