package io.drsorchestrator.application.explorer;

/**
 * What may still happen; a negative number is no limit.
 *
 * @param preemptions how often somebody else may move while an invocation is in flight
 * @param faults crashes, lost answers, duplicates and the like
 * @param visitors invocations of others than the workflow
 */
record Allowance(int preemptions, int faults, int visitors) {

  static final Allowance UNLIMITED = new Allowance(-1, -1, -1);

  boolean isPreemptionLimited() {
    return preemptions >= 0;
  }

  /** What is left after {@code cost}. */
  Allowance less(Allowance cost) {
    return new Allowance(
        less(preemptions, cost.preemptions),
        less(faults, cost.faults),
        less(visitors, cost.visitors));
  }

  private static int less(int left, int cost) {
    return left < 0 ? left : left - cost;
  }

  boolean covers(Allowance cost) {
    return covers(preemptions, cost.preemptions)
        && covers(faults, cost.faults)
        && covers(visitors, cost.visitors);
  }

  private static boolean covers(int left, int cost) {
    return left < 0 || left >= cost;
  }
}
