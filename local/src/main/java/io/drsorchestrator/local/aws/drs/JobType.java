package io.drsorchestrator.local.aws.drs;

/** What a job does. */
public enum JobType {
  LAUNCH,
  TERMINATE
}
