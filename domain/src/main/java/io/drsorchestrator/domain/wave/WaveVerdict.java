package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.Server;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.time.Instant;

/** The rule that ends a wave: a fold over its own servers, drawn when its job is over. */
final class WaveVerdict {

  private static final int NAMED_SERVERS = 10;
  private static final int LONGEST_REASON = 120;

  private WaveVerdict() {}

  static Wave on(RunningWave wave, Instant now, WavePolicy policy) {
    if (jobIsOver(wave, now, policy)) {
      return settle(wave, now, policy);
    }
    return unanswered(wave, now, policy);
  }

  static Wave unanswered(RunningWave wave, Instant now, WavePolicy policy) {
    return now.isAfter(wave.startTime().plus(policy.deadline()))
        ? wave.fail("Not finished within " + policy.deadline() + " of its start", now)
        : wave;
  }

  private static boolean jobIsOver(RunningWave wave, Instant now, WavePolicy policy) {
    return wave.job().exists(RecoveryJob::hasEnded)
        || wave.missingSince().exists(since -> now.isAfter(since.plus(policy.disappearance())));
  }

  private static Wave settle(RunningWave wave, Instant now, WavePolicy policy) {
    var undecided = wave.servers().filter(s -> !s.launchStatus().isDecided());
    if (undecided.nonEmpty() && isWithin(policy.settling(), wave, now)) {
      return wave;
    }
    var launched = wave.servers().nonEmpty() && wave.servers().forAll(WaveVerdict::isLaunched);
    if (launched && isNameless(wave) && isWithin(policy.naming(), wave, now)) {
      return wave;
    }
    return launched ? wave.complete(now) : wave.fail(reason(wave), now);
  }

  /**
   * Nobody looks at a wave that has ended: an instance that is named later stays without its id.
   */
  private static boolean isNameless(RunningWave wave) {
    return wave.servers().exists(server -> server.instanceId().isEmpty());
  }

  /** DRS may tell of a server late, after its job: it gets a short grace. */
  private static boolean isWithin(Duration grace, RunningWave wave, Instant now) {
    return wave.job()
        .flatMap(RecoveryJob::endedBy)
        .exists(ended -> now.isBefore(ended.plus(grace)));
  }

  private static boolean isLaunched(Server server) {
    return server.launchStatus().isLaunched();
  }

  private static String reason(RunningWave wave) {
    if (wave.servers().isEmpty()) {
      return "The wave has no servers";
    }
    var notLaunched = wave.servers().reject(WaveVerdict::isLaunched);
    return "%d of %d servers did not launch%s: %s"
        .formatted(
            notLaunched.size(),
            wave.servers().size(),
            wave.missingSince().isDefined() ? " and DRS no longer knows job " + wave.jobId() : "",
            named(notLaunched));
  }

  /** The rest is with the servers themselves: an item holds 400 KB. */
  private static String named(Vector<Server> notLaunched) {
    var first = notLaunched.take(NAMED_SERVERS).map(WaveVerdict::describe).mkString(", ");
    var others = notLaunched.size() - NAMED_SERVERS;
    return others > 0 ? first + " and %d more".formatted(others) : first;
  }

  private static String describe(Server server) {
    var status = server.launchStatus().name();
    return server.name()
        + " ("
        + server.error().map(e -> status + ": " + shortened(e)).getOrElse(status)
        + ")";
  }

  private static String shortened(String error) {
    return error.length() <= LONGEST_REASON ? error : error.substring(0, LONGEST_REASON) + "...";
  }
}
