package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.memory.WatchedPorts.Watcher;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Postponed;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Rejected;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Plays the tape of an operation, makes one more call for real, and stops before the next one. */
final class Invocation implements Watcher {

  /** Calls whose answers no move of anybody changes, and which change nothing. */
  private static final Set<String> FIXED =
      Set.of(
          "ProtectionGroups.find",
          "RecoveryServers.sources",
          "RecoveryServers.recovered",
          "RecoveryServers.instances",
          "RecoveryServers.withTags",
          "RecoveryJobs.failureReasons",
          "ExecutionDiscovery.withStatus",
          "PauseReminders.record");

  private Vector<Result> tape = Vector.empty();
  private Mode mode = Mode.FINE;
  private Instant now = Instant.EPOCH;
  private int position;
  private Option<Result> made = Option.none();
  private String next = "";

  void begin(Vector<Result> known, Mode how, Instant moment) {
    tape = known;
    mode = how;
    now = moment;
    position = 0;
    made = Option.none();
    next = "";
  }

  Option<Result> made() {
    return made;
  }

  /** The call that it stopped at. */
  String next() {
    return next;
  }

  @Override
  public Object around(String call, Supplier<Object> effect) {
    if (FIXED.contains(call)) {
      return effect.get();
    }
    int n = position++;
    if (n < tape.size()) {
      return nullable(tape.get(n));
    }
    if (n > tape.size()) {
      next = call;
      throw new Suspended();
    }
    var result = new ValueDigest(now).result(call, outcome(call, effect));
    made = Option.some(result);
    return nullable(result);
  }

  /** A port method may return nothing at all. */
  @SuppressWarnings("NullAway")
  private static Object nullable(Result result) {
    return result.outcome().replay();
  }

  private Result.Outcome outcome(String call, Supplier<Object> effect) {
    return switch (mode) {
      case NO_ANSWER -> lost(call);
      case REJECTED -> Result.Outcome.of(new Rejected("no such server"));
      case POSTPONED -> Result.Outcome.of(new Postponed("too many jobs", Duration.ofMinutes(1)));
      case FINE, ANSWER_LOST -> carriedOut(call, effect);
    };
  }

  private Result.Outcome carriedOut(String call, Supplier<Object> effect) {
    try {
      var value = Result.Outcome.of(effect.get());
      return mode == Mode.ANSWER_LOST ? lost(call) : value;
    } catch (RuntimeException fault) {
      return Result.Outcome.fault(fault);
    }
  }

  private static Result.Outcome lost(String call) {
    return Result.Outcome.fault(
        new AwsUnavailableException("no answer to " + call, new TimeoutException()));
  }
}
