package io.drsorchestrator.local.aws.drs;

/** How far a job is; COMPLETED says nothing about success. */
public enum JobStatus {
  PENDING,
  STARTED,
  COMPLETED
}
