package io.drsorchestrator.domain.wave;

import java.time.Duration;

/**
 * How long a wave may take.
 *
 * @param deadline from its start; past it the wave has FAILED
 * @param settling how long servers may stay undecided after their job has ended
 * @param disappearance how long a job may be unknown to DRS
 */
public record WavePolicy(Duration deadline, Duration settling, Duration disappearance) {

  public static final WavePolicy DEFAULT =
      new WavePolicy(Duration.ofHours(24), Duration.ofMinutes(5), Duration.ofMinutes(10));
}
