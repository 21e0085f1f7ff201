package io.drsorchestrator.local.aws.drs;

/**
 * What is fixed for the life of a DRS world.
 *
 * @param seed of all ids and durations
 * @param pageSize the largest page of any list
 */
public record DrsSettings(long seed, int pageSize, Quotas quotas, Timings timings) {

  /** Pages of 50, default quotas, realistic times. */
  public static final DrsSettings DEFAULT =
      new DrsSettings(1, 50, Quotas.DEFAULT, Timings.REALISTIC);
}
