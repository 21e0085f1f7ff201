package io.drsorchestrator.local.stepfunctions;

/** How an invocation of a Lambda function ended. */
public sealed interface InvocationResult {

  /** The function returned {@code payloadJson}. */
  static InvocationResult success(String payloadJson) {
    return new Answer(payloadJson);
  }

  /** The function failed with {@code errorJson}: errorType, errorMessage, stackTrace. */
  static InvocationResult functionError(String errorJson) {
    return new FunctionError(errorJson);
  }

  /** The service failed, such as with {@code Lambda.TooManyRequestsException}. */
  static InvocationResult serviceError(String error, String cause) {
    return new ServiceError(error, cause);
  }

  /** What the function returned. */
  record Answer(String payloadJson) implements InvocationResult {}

  /** What the function threw. */
  record FunctionError(String errorJson) implements InvocationResult {}

  /** What the service answered instead of the function. */
  record ServiceError(String error, String cause) implements InvocationResult {}
}
