package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * One event on its way through an execution environment.
 *
 * @param timeout how long it may be worked on
 * @param begun when the runtime takes it: the time at which it is killed, in real epoch
 *     milliseconds
 */
record Invocation(
    String requestId,
    String payload,
    Duration timeout,
    CompletableFuture<Long> begun,
    CompletableFuture<InvocationResult> result) {

  static Invocation of(String payload, Duration timeout) {
    return new Invocation(
        UUID.randomUUID().toString(),
        payload,
        timeout,
        new CompletableFuture<>(),
        new CompletableFuture<>());
  }

  /** The runtime has it: its time runs from now on, not while the runtime starts. */
  long begin() {
    begun.complete(System.currentTimeMillis() + timeout.toMillis());
    return begun.join();
  }

  /** In the form of X-Ray: a time and 24 digits, not sampled. */
  String traceHeader(long deadlineMillis) {
    var digits = requestId.replace("-", "");
    return "Root=1-%08x-%s;Sampled=0".formatted(deadlineMillis / 1000, digits.substring(8));
  }
}
