package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.StateFailure;

/** Tasks that send metrics; one that is not taken is an error of CloudWatch. */
final class MetricsTask implements TaskService {
  private static final String REFUSED = "CloudWatch.CloudWatchException";

  @Override
  public void start(TaskAttempt attempt, JsonNode parameters) {
    var turns = attempt.services().turns();
    turns.outside(
        () -> {
          var failure = failure(attempt.services().ports().metrics(), Json.text(parameters));
          turns.soon(() -> answered(attempt, failure));
        });
  }

  private static String failure(MetricSink metrics, String parameters) {
    try {
      metrics.putMetricData(parameters);
      return "";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void answered(TaskAttempt attempt, String failure) {
    if (failure.isEmpty()) {
      attempt.succeed(Json::object);
    } else {
      attempt.fail(new StateFailure(REFUSED, failure));
    }
  }
}
