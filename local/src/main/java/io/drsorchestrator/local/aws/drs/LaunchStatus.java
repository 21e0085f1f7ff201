package io.drsorchestrator.local.aws.drs;

/** How far a server is within a job. */
public enum LaunchStatus {
  PENDING,
  IN_PROGRESS,
  LAUNCHED,
  FAILED,
  TERMINATED
}
