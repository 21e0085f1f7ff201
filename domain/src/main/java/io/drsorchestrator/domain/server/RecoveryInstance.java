package io.drsorchestrator.domain.server;

import io.vavr.control.Option;
import java.time.Instant;

/**
 * The EC2 instance that a server was recovered to (AC-3A.4), as far as EC2 has told.
 *
 * @param state EC2's own word, such as {@code running}
 * @param launchTime EC2's launch time: the last start of the instance, which moves when it is
 *     stopped and started
 */
public record RecoveryInstance(
    Option<String> privateIp,
    Option<String> hostname,
    Option<String> instanceType,
    Option<String> state,
    Option<Instant> launchTime) {

  public static final RecoveryInstance UNKNOWN =
      new RecoveryInstance(
          Option.none(), Option.none(), Option.none(), Option.none(), Option.none());

  /** These facts without the state, which is the one that grows old. */
  public RecoveryInstance lasting() {
    return new RecoveryInstance(privateIp, hostname, instanceType, Option.none(), launchTime);
  }

  /** What is known after {@code observed}: a missing fact never erases a known one (I11). */
  public RecoveryInstance join(RecoveryInstance observed) {
    return new RecoveryInstance(
        observed.privateIp.orElse(privateIp),
        observed.hostname.orElse(hostname),
        observed.instanceType.orElse(instanceType),
        observed.state.orElse(state),
        observed.launchTime.orElse(launchTime));
  }
}
