package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through an execution environment.
 *
 * @param deadlineMillis when it is killed, in real epoch milliseconds
 */
record Invocation(
    String requestId,
    String payload,
    long deadlineMillis,
    CompletableFuture<InvocationResult> result) {

  static Invocation of(String payload, long deadlineMillis) {
    return new Invocation(
        UUID.randomUUID().toString(), payload, deadlineMillis, new CompletableFuture<>());
  }

  /** In the form of X-Ray: a time and 24 digits, not sampled. */
  String traceHeader() {
    var digits = requestId.replace("-", "");
    return "Root=1-%08x-%s;Sampled=0".formatted(deadlineMillis / 1000, digits.substring(8));
  }
}
