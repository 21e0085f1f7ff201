package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A function that is known later than its callers: it needs endpoints that call it. */
public final class DeferredLambda implements LambdaService {

  private final CompletableFuture<LambdaService> function = new CompletableFuture<>();

  /** From now on there is a function. */
  public void is(LambdaService known) {
    function.complete(known);
  }

  @Override
  public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    function.join().invoke(functionName, payload, done);
  }

  @Override
  public InvocationResult invoke(String payload) {
    return function.join().invoke(payload);
  }

  @Override
  public void close() {
    if (function.isDone()) {
      function.join().close();
    }
  }
}
