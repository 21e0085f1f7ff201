package io.drsorchestrator.application.explorer;

/**
 * What may still happen; a negative number is no limit.
 *
 * @param preemptions how often somebody else may move while an invocation is in flight
 * @param faults crashes, lost answers, duplicates and the like
 * @param visitors invocations of others than the workflow
 * @param forgets whether invocations are told apart by what they can still use only
 */
record Allowance(int preemptions, int faults, int visitors, boolean forgets) {

  static final Allowance UNLIMITED = new Allowance(-1, -1, -1, false);

  static Allowance cost(int preemptions, int faults, int visitors) {
    return new Allowance(preemptions, faults, visitors, false);
  }

  Allowance forgetting() {
    return new Allowance(preemptions, faults, visitors, true);
  }

  boolean isPreemptionLimited() {
    return preemptions >= 0;
  }

  /** What is left after {@code cost}. */
  Allowance less(Allowance cost) {
    return new Allowance(
        less(preemptions, cost.preemptions),
        less(faults, cost.faults),
        less(visitors, cost.visitors),
        forgets);
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
