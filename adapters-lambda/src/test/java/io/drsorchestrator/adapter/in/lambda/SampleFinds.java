package io.drsorchestrator.adapter.in.lambda;

import io.drsorchestrator.application.find.FindExecutions.Found;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Either;

/** A look at all executions of which one could be helped and one could not. */
public final class SampleFinds {

  static final Found HELPED =
      new Found(new ExecutionId("execution-1"), Either.right(ExecutionStatus.POLLING));
  static final Found NOT_HELPED =
      new Found(new ExecutionId("execution-2"), Either.left("no \"such\" thing\nat all"));

  private SampleFinds() {}

  /** Logs it, as a find does. */
  public static void log() {
    FindLog.write(Vector.of(HELPED, NOT_HELPED));
  }
}
