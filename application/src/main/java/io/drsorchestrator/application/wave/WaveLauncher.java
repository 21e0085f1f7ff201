package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Postponed;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Rejected;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.ServersBusy;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Started;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchPostponed;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** The second half of a wave's start: adopt or launch, then record the job. */
final class WaveLauncher {

  private static final Duration BUSY_WAIT = Duration.ofSeconds(60);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_FLOOR = Duration.ofMinutes(2);

  private final Lifecycle lifecycle;
  private final WaveClaims claims;
  private final RecoveryJobs jobs;
  private final LifecycleJournal journal;

  WaveLauncher(
      Lifecycle lifecycle, WaveClaims claims, RecoveryJobs jobs, LifecycleJournal journal) {
    this.lifecycle = lifecycle;
    this.claims = claims;
    this.jobs = jobs;
    this.journal = journal;
  }

  /** A claim that is held by {@code attempt}, and where it launches. */
  private record Claim(
      PollingExecution execution, ClaimedWave wave, LaunchAttempt attempt, LaunchTarget target) {

    DrsScope scope() {
      return new DrsScope(execution.facts().details().account(), target.region());
    }

    WaveNumber number() {
      return wave.number();
    }
  }

  Decision launch(PollingExecution execution, WaveNumber number, Option<LaunchAttempt> earlier) {
    var claim = claimOf(execution, number);
    return earlier
        .flatMap(attempt -> find(claim))
        .map(job -> record(claim, job))
        .getOrElse(() -> launchUnlessCancelled(claim));
  }

  private static Claim claimOf(PollingExecution execution, WaveNumber number) {
    var wave = (ClaimedWave) execution.waves().find(number).get();
    return new Claim(execution, wave, wave.attempt().get(), wave.target().get());
  }

  private Option<JobId> find(Claim claim) {
    var since = claim.wave().earliestLaunch();
    return jobs.findLaunched(claim.scope(), claim.execution().key(), claim.number(), since);
  }

  /** A cancel between the claim and the launch wins: it is read once more, right before. */
  private Decision launchUnlessCancelled(Claim claim) {
    var current = lifecycle.find(claim.execution().key().executionId());
    if (current instanceof PollingExecution polling && holds(polling, claim)) {
      return start(claim);
    }
    endLease(claim);
    return lifecycle.decide(lifecycle.find(claim.execution().key().executionId()));
  }

  private static boolean holds(PollingExecution execution, Claim claim) {
    return execution
        .waves()
        .active()
        .exists(
            wave ->
                wave instanceof ClaimedWave claimed
                    && claimed.attempt().exists(a -> a.id().equals(claim.attempt().id())));
  }

  private Decision start(Claim claim) {
    var details = claim.execution().facts().details();
    var result =
        jobs.start(
            claim.scope(),
            new Launch(details.key(), claim.number(), details.type(), claim.target().serverIds()));
    if (result instanceof Started started) {
      return record(claim, started.job());
    }
    if (result instanceof ServersBusy busy) {
      return find(claim)
          .map(job -> record(claim, job))
          .getOrElse(() -> postpone(claim, busy.reason(), BUSY_WAIT));
    }
    return result instanceof Postponed postponed
        ? postpone(claim, postponed.reason(), postponed.retryAfter())
        : reject(claim, ((Rejected) result).reason());
  }

  private Decision record(Claim claim, JobId job) {
    var launch = WaveLaunch.of(claim.execution().key(), claim.wave(), job).get();
    if (claims.recordLaunch(launch) == WriteOutcome.WRITTEN) {
      tell(claim, launch.event());
    }
    return lifecycle.decide(lifecycle.find(claim.execution().key().executionId()));
  }

  private Decision postpone(Claim claim, String reason, Duration wait) {
    endLease(claim);
    tell(claim, new LaunchPostponed(claim.number(), reason));
    var decision = lifecycle.decide(lifecycle.find(claim.execution().key().executionId()));
    return decision.after(longest(decision.next().after(), wait, floor(claim)));
  }

  /**
   * The wait grows with the wave's age: at 9 history events a try, a wave that cannot be launched
   * until its deadline of 24 hours has used about 7,600 of 25,000, whatever DRS says of retries.
   */
  private Duration floor(Claim claim) {
    var aged = Duration.between(claim.wave().startTime(), lifecycle.now()).dividedBy(60);
    var capped = aged.compareTo(LONGEST_FLOOR) > 0 ? LONGEST_FLOOR : aged;
    return longest(capped, SHORTEST_WAIT);
  }

  private static Duration longest(Duration... waits) {
    return Vector.of(waits).max().get();
  }

  private Decision reject(Claim claim, String reason) {
    return lifecycle
        .<PollingExecution>change(
            claim.execution().key().executionId(),
            (ActiveExecution e) -> e.failLaunch(claim.number(), reason, lifecycle.now()),
            failed -> claims.failLaunch(failed, claim.number()))
        .decision();
  }

  /** Nothing was launched by this attempt, so nobody needs to wait for it to be over. */
  private void endLease(Claim claim) {
    claims.endLease(claim.execution().key(), claim.number(), claim.attempt(), lifecycle.now());
  }

  private void tell(Claim claim, LifecycleEvent event) {
    journal.record(claim.execution(), Vector.of(event));
  }
}
