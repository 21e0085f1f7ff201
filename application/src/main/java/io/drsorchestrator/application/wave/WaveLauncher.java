package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Postponed;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Rejected;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.ServersBusy;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Started;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.wave.Prepared.Ready;
import io.drsorchestrator.application.wave.Prepared.Unfinished;
import io.drsorchestrator.application.wave.Prepared.Unsafe;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchPostponed;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.LaunchAttempt;
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
  private final LaunchPreparation preparation;
  private final LifecycleJournal journal;

  WaveLauncher(
      Lifecycle lifecycle,
      WaveClaims claims,
      RecoveryJobs jobs,
      LaunchPreparation preparation,
      LifecycleJournal journal) {
    this.lifecycle = lifecycle;
    this.claims = claims;
    this.jobs = jobs;
    this.preparation = preparation;
    this.journal = journal;
  }

  Decision launch(LaunchClaim claim, Option<LaunchAttempt> earlier) {
    return earlier
        .flatMap(attempt -> find(claim))
        .map(job -> record(claim, job))
        .getOrElse(() -> prepareAndLaunch(claim, earlier.isDefined()));
  }

  private Decision prepareAndLaunch(LaunchClaim claim, boolean isRetry) {
    var prepared = preparation.prepare(claim);
    if (prepared instanceof Unfinished unfinished) {
      return postpone(claim, unfinished.reason(), SHORTEST_WAIT);
    }
    if (prepared instanceof Unsafe unsafe) {
      return reject(claim, unsafe.reason());
    }
    warn(claim, ((Ready) prepared).warning(), isRetry);
    return launchUnlessCancelled(claim);
  }

  /** A retry takes back what an earlier attempt may have stored; the first has nothing to. */
  private void warn(LaunchClaim claim, Option<String> warning, boolean isRetry) {
    var mayBeStored = isRetry && claim.settings().concerns(claim.target().serverIds());
    if (warning.isDefined() || mayBeStored) {
      claims.warn(claim.key(), claim.number(), claim.attempt(), warning);
    }
  }

  private Option<JobId> find(LaunchClaim claim) {
    var since = claim.wave().earliestLaunch();
    return jobs.findLaunched(claim.scope(), claim.key(), claim.number(), since);
  }

  /** A cancel between the claim and the launch wins: it is read once more, right before. */
  private Decision launchUnlessCancelled(LaunchClaim claim) {
    var current = lifecycle.find(claim.key().executionId());
    if (current instanceof PollingExecution polling && holds(polling, claim)) {
      return start(claim);
    }
    endLease(claim);
    return lifecycle.decide(lifecycle.find(claim.key().executionId()));
  }

  private static boolean holds(PollingExecution execution, LaunchClaim claim) {
    return execution
        .waves()
        .active()
        .exists(
            wave ->
                wave instanceof ClaimedWave claimed
                    && claimed.attempt().exists(a -> a.id().equals(claim.attempt().id())));
  }

  private Decision start(LaunchClaim claim) {
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

  private Decision record(LaunchClaim claim, JobId job) {
    var launch = WaveLaunch.of(claim.key(), claim.wave(), job).get();
    if (claims.recordLaunch(launch) == WriteOutcome.WRITTEN) {
      tell(claim, launch.event());
    }
    return lifecycle.decide(lifecycle.find(claim.key().executionId()));
  }

  private Decision postpone(LaunchClaim claim, String reason, Duration wait) {
    endLease(claim);
    tell(claim, new LaunchPostponed(claim.number(), reason));
    var decision = lifecycle.decide(lifecycle.find(claim.key().executionId()));
    return decision.after(longest(decision.next().after(), wait, floor(claim)));
  }

  /**
   * The wait grows with the wave's age: at 9 history events a try, a wave that cannot be launched
   * until its deadline of 24 hours has used about 7,600 of 25,000, whatever DRS says of retries.
   */
  private Duration floor(LaunchClaim claim) {
    var aged = Duration.between(claim.wave().startTime(), lifecycle.now()).dividedBy(60);
    var capped = aged.compareTo(LONGEST_FLOOR) > 0 ? LONGEST_FLOOR : aged;
    return longest(capped, SHORTEST_WAIT);
  }

  private static Duration longest(Duration... waits) {
    return Vector.of(waits).max().get();
  }

  private Decision reject(LaunchClaim claim, String reason) {
    return lifecycle
        .<PollingExecution>change(
            claim.key().executionId(),
            (ActiveExecution e) -> e.failLaunch(claim.number(), reason, lifecycle.now()),
            failed -> claims.failLaunch(failed, claim.number()))
        .decision();
  }

  /** Nothing was launched by this attempt, so nobody needs to wait for it to be over. */
  private void endLease(LaunchClaim claim) {
    claims.endLease(claim.key(), claim.number(), claim.attempt(), lifecycle.now());
  }

  private void tell(LaunchClaim claim, LifecycleEvent event) {
    journal.record(Occurrence.besides(claim.execution(), event));
  }
}
