package io.drsorchestrator.application.contract;

import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What all contracts of the store have in common. Where a test builds a state by hand it plays a
 * caller who believes something else than what is stored: the version is the stored one, so that it
 * is not the version alone that protects the record.
 */
public abstract class StoreContract {

  protected abstract TestedStore tested();

  protected ExecutionStore store() {
    return tested().ports();
  }

  /** A new execution of that many waves, of two servers each. */
  protected Recorded execution(int waves) {
    return Recorded.create(store(), Vector.range(0, waves).map(SampleWaves::plan));
  }

  /** A new execution of that many waves, with a gate before one of them. */
  protected Recorded executionWithGate(int waves, int gate) {
    return Recorded.create(
        store(),
        Vector.range(0, waves)
            .map(SampleWaves::plan)
            .map(plan -> plan.number().value() == gate ? SampleWaves.gated(plan) : plan));
  }

  /** What is stored, taken for a POLLING execution without a request. */
  protected static PollingExecution believedPolling(ActiveExecution execution) {
    return new PollingExecution(execution.facts(), Option.none());
  }

  /** The version that is stored, and waves that are not. */
  protected static ExecutionFacts withWaves(ExecutionFacts facts, Waves waves) {
    return new ExecutionFacts(facts.details(), facts.workflow(), waves, facts.revision());
  }
}
