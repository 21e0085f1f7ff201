package io.drsorchestrator.local.stepfunctions;

import java.util.function.Consumer;

/** The Lambda service as state machines see it. */
@FunctionalInterface
public interface LambdaInvoker {

  /**
   * Invokes {@code functionName} and tells {@code done} of the result, on any thread, at once or
   * later.
   *
   * <p>Runs on the scheduler's thread and must not block it where time is real.
   */
  void invoke(String functionName, String payloadJson, Consumer<InvocationResult> done);
}
