package io.drsorchestrator.domain.execution;

/** Whether a recovery is practised or real. */
public enum ExecutionType {
  DRILL,
  RECOVERY
}
