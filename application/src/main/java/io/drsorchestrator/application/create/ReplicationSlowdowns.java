package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.Slowdown.Kind;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;

/** Servers that would come up with old data. Those that would not come up at all are stops. */
final class ReplicationSlowdowns {

  /** Longer than what a healthy server lags behind, which is seconds. */
  static final Duration LONG_LAG = Duration.ofMinutes(15);

  private static final String HEALTHY = "CONTINUOUS";

  private ReplicationSlowdowns() {}

  static Vector<Slowdown> of(StartDraft draft) {
    return draft
        .regions()
        .flatMap(
            region ->
                region
                    .servers()
                    .flatMap(
                        server ->
                            region
                                .replication()
                                .get(server)
                                .filter(known -> isRecovered(known, draft))
                                .flatMap(known -> of(server, known))));
  }

  /** What is refused, or warned of already, is not told twice. */
  private static boolean isRecovered(Replication known, StartDraft draft) {
    return !LaunchLimits.isUnhealthy(known, draft.command().type())
        && !LaunchLimits.isLost(known, draft.command().type());
  }

  private static Option<Slowdown> of(SourceServerId server, Replication known) {
    if (!known.state().isBlank() && !known.state().equals(HEALTHY)) {
      return Option.some(
          slow(
              Kind.REPLICATION_NOT_CONTINUOUS,
              "Server %s (%s) is in replication state %s, lag %s: it comes up from its last recovery point, if it has one",
              server,
              known));
    }
    return Option.when(
        known.lag().exists(ReplicationSlowdowns::isLong),
        () ->
            slow(
                Kind.REPLICATION_LAGS,
                "Server %s (%s) is %s and lags by %s: what it wrote since then is lost",
                server,
                known));
  }

  private static Slowdown slow(
      Kind kind, String sentence, SourceServerId server, Replication known) {
    return new Slowdown(
        kind,
        sentence.formatted(
            server, known.hostname(), known.state(), known.lag().getOrElse("unknown")));
  }

  /** What cannot be read may be long. */
  private static boolean isLong(String lag) {
    return Try.of(() -> Duration.parse(lag))
        .map(duration -> duration.compareTo(LONG_LAG) > 0)
        .getOrElse(true);
  }
}
