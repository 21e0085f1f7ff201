package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Resource;

/** A service that does the work of Tasks. */
interface TaskService {

  /** Begins the work that {@code parameters} describe and tells {@code attempt} how it goes. */
  void start(TaskAttempt attempt, JsonNode parameters);

  static TaskService of(Resource resource) {
    return switch (resource) {
      case LAMBDA_INVOKE, LAMBDA_CALLBACK -> new LambdaTask();
      case CHILD_EXECUTION -> new ChildExecutionTask();
      case PUT_METRICS -> new MetricsTask();
    };
  }
}
