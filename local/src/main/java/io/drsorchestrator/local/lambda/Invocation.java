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
}
