package io.drsorchestrator.local.simulate;

import io.drsorchestrator.local.simulate.run.Outcome;
import io.drsorchestrator.local.simulate.run.Run;
import io.drsorchestrator.local.simulate.run.SharedClients;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.Scenario;
import io.drsorchestrator.local.simulate.scenario.Smaller;

/** Takes from a scenario whatever is not needed to break the same promise. */
final class Shrinking {

  private final Wiring wiring;
  private final SharedClients clients;
  private final String invariant;
  private int left;

  private Shrinking(Wiring wiring, SharedClients clients, String invariant, int most) {
    this.wiring = wiring;
    this.clients = clients;
    this.invariant = invariant;
    this.left = most;
  }

  /** After at most so many runs. */
  static Counterexample of(
      Scenario scenario, String invariant, Wiring wiring, SharedClients clients, int most) {
    var shrinking = new Shrinking(wiring, clients, invariant, most);
    var smallest = shrinking.smallest(scenario);
    var outcome = Run.of(smallest, wiring, clients, true);
    return new Counterexample(
        scenario.seed(),
        smallest,
        outcome.violation().orElseThrow(),
        most - shrinking.left,
        outcome.story());
  }

  private Scenario smallest(Scenario scenario) {
    var smallest = scenario;
    boolean isDone = false;
    while (!isDone) {
      var smaller = Smaller.than(smallest).filter(this::fails).findFirst();
      isDone = smaller.isEmpty();
      smallest = smaller.orElse(smallest);
    }
    return smallest;
  }

  private boolean fails(Scenario candidate) {
    if (left == 0) {
      return false;
    }
    left--;
    Outcome outcome = Run.of(candidate, wiring, clients, false);
    return outcome.violation().filter(broken -> broken.invariant().equals(invariant)).isPresent();
  }
}
