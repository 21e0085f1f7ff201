package io.drsorchestrator.local.simulate.scenario;

import java.util.List;

/**
 * All that a run is made of; the same scenario is the same run.
 *
 * @param seed of everything that is not written down here, such as the durations of launches
 * @param latencyMillis the longest time that a call takes to get to its service; 0 is no time
 */
public record Scenario(
    long seed,
    int latencyMillis,
    PlanChoice plan,
    List<PlannedAction> actions,
    List<PlannedFault> faults,
    List<DrsTrouble> troubles) {

  public Scenario {
    actions = List.copyOf(actions);
    faults = List.copyOf(faults);
    troubles = List.copyOf(troubles);
  }

  /** The same run with other actions. */
  public Scenario withActions(List<PlannedAction> others) {
    return new Scenario(seed, latencyMillis, plan, others, faults, troubles);
  }

  /** The same run with other faults. */
  public Scenario withFaults(List<PlannedFault> others) {
    return new Scenario(seed, latencyMillis, plan, actions, others, troubles);
  }

  /** The same run with other troubles. */
  public Scenario withTroubles(List<DrsTrouble> others) {
    return new Scenario(seed, latencyMillis, plan, actions, faults, others);
  }

  /** The same run with another plan. */
  public Scenario withPlan(PlanChoice other) {
    return new Scenario(seed, latencyMillis, other, actions, faults, troubles);
  }

  /** The same run with other latencies. */
  public Scenario withLatency(int millis) {
    return new Scenario(seed, millis, plan, actions, faults, troubles);
  }

  /** How much of it there is, for comparing scenarios that fail alike. */
  public int size() {
    return actions.size() + faults.size() + troubles.size() + plan.size();
  }
}
