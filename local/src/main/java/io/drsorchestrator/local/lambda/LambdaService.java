package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.stepfunctions.InvocationResult;
import io.drsorchestrator.local.stepfunctions.LambdaInvoker;

/** The Lambda service with one function. */
public interface LambdaService extends LambdaInvoker, AutoCloseable {

  /** Invokes the function on this thread; a failure of the function is an answer, too. */
  InvocationResult invoke(String payload);

  @Override
  void close();
}
