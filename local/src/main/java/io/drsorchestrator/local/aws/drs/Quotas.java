package io.drsorchestrator.local.aws.drs;

/** The DRS service quotas of an account in a Region. */
public record Quotas(int serversPerJob, int concurrentJobs, int serversInAllJobs) {

  /** What AWS grants by default. */
  public static final Quotas DEFAULT = new Quotas(100, 20, 500);
}
