package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.control.Option;

/**
 * Looks at the wave that is under way and records what it sees. Its only write is {@link
 * WaveRecords}, which knows no execution status: when the last wave completes, the execution stays
 * POLLING until its workflow finalizes it (FR-2.4, FR-2.5, AC-3.3).
 */
public final class PollExecution {

  private final Lifecycle lifecycle;
  private final WaveRecords records;
  private final WaveObserver observer;
  private final AbandonedClaims abandoned;
  private final WavePolicy policy;
  private final LifecycleJournal journal;
  private final PollCalls calls;

  /** Wired with the ports that a poll may use: none of them can change an execution's status. */
  public PollExecution(
      Lifecycle lifecycle,
      ExecutionStore store,
      Aws aws,
      LifecycleJournal journal,
      Settings settings) {
    this.lifecycle = lifecycle;
    this.records = store.records();
    this.observer = new WaveObserver(aws.jobs(), aws.servers(), settings.pollCalls());
    this.abandoned = new AbandonedClaims(lifecycle, store.claims(), aws.jobs());
    this.policy = settings.wavePolicy();
    this.journal = journal;
    this.calls = settings.pollCalls();
  }

  /** What comes next after a look at AWS; where no wave is under way, nobody is asked. */
  public Decision poll(ExecutionId id) {
    return calls.during(id, () -> lifecycle.reread(id, this::attempt));
  }

  private Option<Decision> attempt(Execution execution) {
    if (!(execution instanceof RunningExecution running)) {
      return Option.some(lifecycle.decide(execution));
    }
    var active = running.facts().waves().active();
    if (active.isDefined() && active.get() instanceof RunningWave wave) {
      return observe(running, wave);
    }
    return execution instanceof CancellingExecution cancelling
        ? active
            .map(wave -> giveUp(cancelling, (ClaimedWave) wave))
            .getOrElse(() -> Option.some(lifecycle.decide(execution)))
        : Option.some(lifecycle.decide(execution));
  }

  private Option<Decision> observe(RunningExecution execution, RunningWave wave) {
    var progress = look(execution, wave);
    progress.warning().forEach(calls::degraded);
    return record(execution, progress);
  }

  /** Where DRS does not tell about the job, that is recorded, and nothing is decided by it. */
  private WaveProgress look(RunningExecution execution, RunningWave wave) {
    var scope = new DrsScope(execution.facts().details().account(), wave.region());
    try {
      var seen = observer.observe(scope, wave);
      return execution.observe(wave, seen, lifecycle.now(), policy);
    } catch (AwsUnavailableException | AwsRefusedException e) {
      var warning = Warnings.jobUnseen(wave, e);
      return execution.unanswered(wave, warning, lifecycle.now(), policy);
    }
  }

  private Option<Decision> giveUp(CancellingExecution execution, ClaimedWave wave) {
    return abandoned
        .settle(execution, wave)
        .fold(Option::some, progress -> record(execution, progress));
  }

  private Option<Decision> record(RunningExecution execution, WaveProgress progress) {
    if (records.record(progress, lifecycle.now()) == WriteOutcome.CONFLICT) {
      return Option.none();
    }
    var after = (Execution) execution.after(progress);
    journal.record(new Occurrence(Option.some((Execution) execution), after, progress.events()));
    return Option.some(lifecycle.decide(after));
  }
}
