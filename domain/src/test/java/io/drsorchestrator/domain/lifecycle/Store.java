package io.drsorchestrator.domain.lifecycle;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.FailedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What the store does to executions without any command: it holds them and reads them back. */
final class Store {

  private Store() {}

  /** A new execution whose workflow is on record. */
  static PendingExecution created(Vector<WavePlan> plan) {
    var created = PendingExecution.create(Executions.details(), plan).next();
    var facts = created.facts();
    return new PendingExecution(
        new ExecutionFacts(
            facts.details(), Option.some(Executions.WORKFLOW_ARN), facts.waves(), facts.revision()),
        Option.none());
  }

  /** The execution once the job of its claimed wave is on record. */
  static Option<Execution> launched(ActiveExecution execution, ClaimedWave claimed) {
    return launched(execution, claimed, SampleWaves.jobOf(claimed.plan()));
  }

  static Option<Execution> launched(ActiveExecution execution, ClaimedWave claimed, JobId job) {
    return WaveLaunch.of(execution.key(), claimed, job)
        .map(launch -> recorded(execution, with(execution.facts(), launch.wave())));
  }

  private static ExecutionFacts with(ExecutionFacts facts, Wave wave) {
    return new ExecutionFacts(
        facts.details(), facts.workflow(), facts.waves().with(wave), facts.revision());
  }

  private static Execution recorded(ActiveExecution execution, ExecutionFacts facts) {
    if (execution instanceof CancellingExecution cancelling) {
      return new CancellingExecution(facts, cancelling.request());
    }
    return new PollingExecution(facts, ((PollingExecution) execution).pauseRequest());
  }

  /** The waves as they stand, whatever the state. */
  static Vector<Wave> waves(Execution execution) {
    return facts(execution).waves().all();
  }

  static ExecutionFacts facts(Execution execution) {
    if (execution instanceof ActiveExecution active) {
      return active.facts();
    }
    if (execution instanceof CompletedExecution completed) {
      return completed.facts();
    }
    return execution instanceof FailedExecution failed
        ? failed.facts()
        : ((CancelledExecution) execution).facts();
  }
}
