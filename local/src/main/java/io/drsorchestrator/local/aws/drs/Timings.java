package io.drsorchestrator.local.aws.drs;

/**
 * How long the phases of a job take.
 *
 * @param start from the call until the job is STARTED
 * @param cleanup of an older recovery instance
 * @param pending snapshot and conversion of a server
 * @param inProgress launch of a server
 * @param end from the last server until the job is COMPLETED
 * @param naming from the launch of a server until DRS names its instance
 */
public record Timings(
    SecondsRange start,
    SecondsRange cleanup,
    SecondsRange pending,
    SecondsRange inProgress,
    SecondsRange end,
    SecondsRange naming) {

  /** Times as they are seen on AWS. */
  public static final Timings REALISTIC =
      new Timings(
          new SecondsRange(5, 10),
          new SecondsRange(10, 20),
          new SecondsRange(60, 150),
          new SecondsRange(30, 90),
          new SecondsRange(13, 17),
          new SecondsRange(0, 10));
}
