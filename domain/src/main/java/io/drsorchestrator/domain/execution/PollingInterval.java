package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait before the next look at a wave (NFR-2.3): short when a launch is about to
 * change, longer as the wave ages, and short again while servers settle after their job, which is
 * soon over. A wave that is 24 hours old has been polled about 1,040 times, which is less than half
 * of a state machine's 25,000 history events at 9 events a poll ({@code docs/polling.md}).
 */
final class PollingInterval {

  private static final Duration SHORT = Duration.ofSeconds(15);
  private static final Duration NORMAL = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Duration SETTLING = Duration.ofMinutes(10);

  private PollingInterval() {}

  static Duration of(RunningWave wave, Instant now) {
    if (settles(wave, now)) {
      return SHORT;
    }
    var age = Duration.between(wave.startTime(), now);
    if (age.compareTo(Duration.ofHours(4)) > 0) {
      return LONGEST;
    }
    if (age.compareTo(Duration.ofHours(1)) > 0) {
      return LONG;
    }
    return isAboutToChange(wave) ? SHORT : NORMAL;
  }

  /** For a while only: DRS may not answer for long after it has told of the job's end. */
  private static boolean settles(RunningWave wave, Instant now) {
    return wave.job()
        .flatMap(RecoveryJob::endedBy)
        .exists(ended -> now.isBefore(ended.plus(SETTLING)));
  }

  private static boolean isAboutToChange(RunningWave wave) {
    return wave.servers().exists(s -> s.launchStatus().equals(LaunchStatus.IN_PROGRESS))
        || wave.servers().forAll(s -> s.launchStatus().isDecided());
  }
}
