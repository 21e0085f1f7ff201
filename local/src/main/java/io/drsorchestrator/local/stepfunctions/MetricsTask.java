package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Json;

/** Tasks that send metrics and do not wait for anything. */
final class MetricsTask implements TaskService {
  @Override
  public void start(TaskAttempt attempt, JsonNode parameters) {
    var services = attempt.services();
    var text = Json.text(parameters);
    services.turns().outside(() -> services.ports().metrics().putMetricData(text));
    services.turns().soon(() -> attempt.succeed(Json::object));
  }
}
