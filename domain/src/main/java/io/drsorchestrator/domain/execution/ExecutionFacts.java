package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.wave.Waves;
import io.vavr.control.Option;

/**
 * What an execution has in every state.
 *
 * @param workflow absent until Step Functions is known to have started it
 */
public record ExecutionFacts(
    ExecutionDetails details, Option<WorkflowArn> workflow, Waves waves, Revision revision) {

  /** Of any execution but one that only an older system could have written. */
  public static Option<ExecutionFacts> of(Execution execution) {
    if (execution instanceof ActiveExecution active) {
      return Option.some(active.facts());
    }
    if (execution instanceof CompletedExecution completed) {
      return Option.some(completed.facts());
    }
    if (execution instanceof FailedExecution failed) {
      return Option.some(failed.facts());
    }
    return execution instanceof CancelledExecution cancelled
        ? Option.some(cancelled.facts())
        : Option.none();
  }

  public ExecutionKey key() {
    return details.key();
  }

  /** After a lifecycle transition that leaves the waves alone. */
  ExecutionFacts next() {
    return next(waves);
  }

  /** After a lifecycle transition. */
  ExecutionFacts next(Waves changed) {
    return new ExecutionFacts(details, workflow, changed, revision.next());
  }

  /**
   * After a look at a wave's job, which is no lifecycle transition. A look at the wave as it no
   * longer is changes nothing (I5, I11).
   */
  ExecutionFacts observed(WaveProgress progress) {
    return waves.find(progress.before().number()).contains(progress.before())
        ? new ExecutionFacts(details, workflow, waves.with(progress.after()), revision)
        : this;
  }
}
