package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.simulate.scenario.State;
import java.util.function.Supplier;

/**
 * What a run's parts share.
 *
 * @param state of the execution that the run is about
 */
record Surroundings(Faults faults, RunLog log, Coverage coverage, Supplier<State> state) {}
