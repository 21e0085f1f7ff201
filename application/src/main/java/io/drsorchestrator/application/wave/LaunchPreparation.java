package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.Lifecycle;
import io.drsorchestrator.application.port.GroupLaunchSettings.ServerSettings;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.application.wave.Prepared.Ready;
import io.drsorchestrator.application.wave.Prepared.Unfinished;
import io.drsorchestrator.application.wave.Prepared.Unsafe;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchSettingsChanged;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchSettingsNotApplied;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * Gives every server of a wave the launch settings of its protection group, right before the launch
 * (contract 2.10). It is repeated by every attempt, for others may have changed them in between; a
 * server that has them costs two looks and no change.
 *
 * <p>What cannot be applied does not stop a recovery: a server in the wrong network can be moved, a
 * server that is not there cannot. A drill it does stop, if the network is among it: the copy of a
 * production server must not come up in production.
 */
final class LaunchPreparation {

  /** How long a wave is held up for what may pass, such as throttling. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** What the launch itself and the writes around it need of an invocation. */
  private static final Duration LAUNCH = Duration.ofSeconds(45);

  private final LaunchConfigurations configurations;
  private final Parallel parallel;
  private final Lifecycle lifecycle;
  private final LifecycleJournal journal;

  LaunchPreparation(
      LaunchConfigurations configurations,
      Parallel parallel,
      Lifecycle lifecycle,
      LifecycleJournal journal) {
    this.configurations = configurations;
    this.parallel = parallel;
    this.lifecycle = lifecycle;
    this.journal = journal;
  }

  Prepared prepare(LaunchClaim claim) {
    var servers = claim.settings().of(claim.target().serverIds());
    if (servers.isEmpty()) {
      return new Ready(LaunchWarning.of(Vector.empty(), isTooMuch(claim)));
    }
    var until = halfTime(claim);
    var trials = parallel.map(servers, server -> attempt(claim, server, until));
    var prepared = judge(claim, trials);
    tell(claim, trials, prepared);
    return prepared;
  }

  /** So that a call that hangs does not eat up what the launch needs. */
  private Instant halfTime(LaunchClaim claim) {
    var now = lifecycle.now();
    return now.plus(Duration.between(now, claim.attempt().leaseUntil()).dividedBy(2));
  }

  private Trial attempt(LaunchClaim claim, ServerSettings server, Instant until) {
    return lifecycle.now().isBefore(until)
        ? Trial.of(
            server, () -> configurations.ensure(claim.scope(), server.server(), server.settings()))
        : Trial.notMade(server);
  }

  private Prepared judge(LaunchClaim claim, Vector<Trial> trials) {
    var failed = trials.filter(Trial::hasFailed);
    if (hasNoTimeToLaunch(claim) || (failed.exists(Trial::mayPass) && isYoung(claim))) {
      return new Unfinished(LaunchWarning.unfinished(failed.map(Trial::problem)));
    }
    return isDrill(claim) && failed.exists(Trial::isMisplaced)
        ? new Unsafe(LaunchWarning.unsafe(failed.map(Trial::problem)))
        : new Ready(LaunchWarning.of(failed.map(Trial::problem), isTooMuch(claim)));
  }

  /** Past its lease nobody may launch: another invocation may be doing it. */
  private boolean hasNoTimeToLaunch(LaunchClaim claim) {
    return lifecycle.now().isAfter(claim.attempt().leaseUntil().minus(LAUNCH));
  }

  private boolean isYoung(LaunchClaim claim) {
    return lifecycle.now().isBefore(claim.wave().startTime().plus(PATIENCE));
  }

  private static boolean isDrill(LaunchClaim claim) {
    return claim.execution().facts().details().type() == ExecutionType.DRILL;
  }

  private static boolean isTooMuch(LaunchClaim claim) {
    return claim.settings().isTooMuchFor(claim.target().serverIds());
  }

  /** A failure that is waited for is told of by the wait. */
  private void tell(LaunchClaim claim, Vector<Trial> trials, Prepared prepared) {
    var changed = trials.filter(Trial::changed).map(trial -> trial.server().server());
    var events =
        Option.when(changed.nonEmpty(), new LaunchSettingsChanged(claim.number(), changed))
            .<LifecycleEvent>map(event -> event)
            .toVector()
            .appendAll(prepared instanceof Unfinished ? Vector.empty() : failures(claim, trials));
    if (events.nonEmpty()) {
      journal.record(Occurrence.besides(claim.execution(), events));
    }
  }

  private static Vector<LifecycleEvent> failures(LaunchClaim claim, Vector<Trial> trials) {
    return trials
        .filter(Trial::hasFailed)
        .map(
            trial ->
                new LaunchSettingsNotApplied(
                    claim.number(), trial.server().server(), trial.reason()));
  }
}
