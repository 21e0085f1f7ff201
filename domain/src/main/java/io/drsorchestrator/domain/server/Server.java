package io.drsorchestrator.domain.server;

import io.vavr.control.Option;
import java.time.Instant;

/**
 * A server of a wave: everything that was ever learnt about its recovery (US-3A).
 *
 * @param launchTime set once, by the first look that sees it LAUNCHED, and never moved: EC2's
 *     launch time as it is then, or else the time of that look
 */
public record Server(
    SourceServerId id,
    LaunchStatus launchStatus,
    Option<Instant> launchTime,
    Option<String> instanceId,
    SourceMachine source,
    RecoveryInstance instance,
    Option<String> error) {

  /** A server of which nothing is known but that it shall be launched. */
  public static Server awaiting(SourceServerId id) {
    return new Server(
        id,
        LaunchStatus.PENDING,
        Option.none(),
        Option.none(),
        SourceMachine.UNKNOWN,
        RecoveryInstance.UNKNOWN,
        Option.none());
  }

  /** This server after {@code seen}: facts are added or renewed, never lost (I11). */
  public Server join(ServerObservation seen, Instant now) {
    var status = launchStatus.join(seen.launchStatus());
    var joined = instance.join(seen.instance());
    return new Server(
        id,
        status,
        launchTime.orElse(() -> launchedAt(status, joined, now)),
        seen.instanceId().orElse(instanceId),
        source.join(seen.source()),
        joined,
        seen.error().orElse(error));
  }

  /** The name tag, or the id until a name is known. */
  public String name() {
    return source.name().getOrElse(id::value);
  }

  private static Option<Instant> launchedAt(
      LaunchStatus status, RecoveryInstance instance, Instant now) {
    return Option.when(status.isLaunched(), () -> instance.launchTime().getOrElse(now));
  }
}
