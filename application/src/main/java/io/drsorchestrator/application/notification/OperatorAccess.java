package io.drsorchestrator.application.notification;

import io.drsorchestrator.domain.execution.ExecutionId;

/**
 * How an operator who reads a message reaches the orchestrator.
 *
 * @param apiUrl of the HTTP API with its stage; empty if nobody knows it
 * @param function the execution-handler by the alias that everybody calls: without one it would be
 *     {@code $LATEST}, which may be any code
 */
public record OperatorAccess(String apiUrl, String function) {

  /** The details of an execution. */
  String details(ExecutionId id) {
    return "GET %s/executions/%s".formatted(apiUrl, id);
  }

  /** Terminating the instances of an execution. */
  String terminate(ExecutionId id) {
    return "POST %s/executions/%s/terminate-instances".formatted(apiUrl, id);
  }

  /** A command to an execution, by the API and by the function itself. */
  String command(String name, ExecutionId id) {
    return """
    POST %s/executions/%s/%s
    aws lambda invoke --function-name %s --cli-binary-format raw-in-base64-out --payload '{"operation":"%s","executionId":"%s","requestedBy":"YOUR NAME","reason":"WHY"}' answer.json
    """
        .formatted(apiUrl, id, name, function, name, id);
  }
}
