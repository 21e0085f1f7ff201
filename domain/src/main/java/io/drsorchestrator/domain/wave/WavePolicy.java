package io.drsorchestrator.domain.wave;

import java.time.Duration;

/**
 * How long a wave may take.
 *
 * @param deadline from its start; past it the wave has FAILED
 * @param settling how long servers may stay undecided after their job has ended
 * @param disappearance how long a job may be unknown to DRS
 * @param naming how long, after its job has ended, a wave waits for the instance ids of servers
 *     that are LAUNCHED: what nobody has told by then is not waited for any more
 */
public record WavePolicy(
    Duration deadline, Duration settling, Duration disappearance, Duration naming) {

  public static final WavePolicy DEFAULT =
      new WavePolicy(
          Duration.ofHours(24),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(2));

  /** A wave that is complete without the ids of its instances. */
  public WavePolicy(Duration deadline, Duration settling, Duration disappearance) {
    this(deadline, settling, disappearance, Duration.ZERO);
  }
}
