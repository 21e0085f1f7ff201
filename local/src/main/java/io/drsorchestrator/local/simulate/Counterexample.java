package io.drsorchestrator.local.simulate;

import io.drsorchestrator.local.simulate.judge.Violation;
import io.drsorchestrator.local.simulate.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest scenario found in which the promise is broken that a seed broke.
 *
 * @param tried how many smaller ones were run
 * @param story what happens in it
 */
public record Counterexample(
    long seed, Scenario scenario, Violation violation, int tried, String story) {

  /** How it comes about, for people. */
  public List<String> steps() {
    var steps = new ArrayList<String>();
    steps.add("plan: " + scenario.plan());
    scenario.troubles().forEach(trouble -> steps.add(trouble.toString()));
    scenario.actions().forEach(action -> steps.add(action.toString()));
    scenario.faults().forEach(fault -> steps.add(fault.toString()));
    return steps;
  }
}
