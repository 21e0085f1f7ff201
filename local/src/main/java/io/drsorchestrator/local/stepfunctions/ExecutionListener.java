package io.drsorchestrator.local.stepfunctions;

/** Whoever is told of executions that start and end, as EventBridge is. */
@FunctionalInterface
public interface ExecutionListener {

  /** Takes note that {@code execution} has reached its status. */
  void statusChanged(ExecutionSnapshot execution);
}
