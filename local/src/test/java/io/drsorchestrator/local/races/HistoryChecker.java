package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.History.Acknowledged;
import io.drsorchestrator.local.simulate.judge.Item;
import io.drsorchestrator.local.simulate.judge.ItemRules;
import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a history by the invariants of the design (section 3), from raw items, answers and jobs
 * only: it shares no code with what it judges.
 */
final class HistoryChecker {

  private final History history;

  private HistoryChecker(History history) {
    this.history = history;
  }

  /** The first promise that is broken. */
  static Optional<Violation> check(History history) {
    if (history.isEmpty()) {
      return Optional.of(new Violation("END", "nothing was ever created"));
    }
    return new HistoryChecker(history).all().findFirst();
  }

  private Stream<Violation> all() {
    return Stream.of(
            history.versions.stream().flatMap(version -> ItemRules.check(version.item())),
            ChangeRules.check(history.versions),
            GateRules.check(history.versions),
            CommandRules.check(history),
            ReminderRules.check(history.versions),
            NotificationRules.check(history),
            launches(),
            answers(),
            end(),
            history.surprises.stream().map(text -> new Violation("SURPRISE", text)))
        .flatMap(violations -> violations);
  }

  /** I9, and a cancel before the last look before a launch wins (I8). */
  private Stream<Violation> launches() {
    var jobs = new HashMap<Integer, String>();
    return history.launches.stream()
        .flatMap(
            launch -> {
              var other = jobs.put(launch.wave(), launch.job());
              if (other != null) {
                return Stream.of(
                    new Violation("I9", "two jobs: " + other + " and " + launch.job()));
              }
              var seen = history.at(launch.previous());
              var wave = seen.waves().get(launch.wave());
              return seen.status().equals("POLLING") && wave.status().equals("POLLING")
                  ? Stream.empty()
                  : Stream.of(new Violation("I8", "launched in spite of " + seen.status()));
            });
  }

  private Stream<Violation> answers() {
    return history.acknowledged.stream().filter(Acknowledged::isOperators).flatMap(this::answer);
  }

  private Stream<Violation> answer(Acknowledged told) {
    return switch (told.operation()) {
      case "cancel" ->
          history.last().status().equals("CANCELLED")
              ? Stream.empty()
              : Stream.of(new Violation("I8", "accepted cancel ends " + history.last().status()));
      case "pause" -> onRecord(told, "pauseRequest");
      case "resume" -> onRecord(told, "resumeRequest");
      default -> Stream.empty();
    };
  }

  /** What is acknowledged was on record while it was asked for. */
  private Stream<Violation> onRecord(Acknowledged told, String request) {
    return history.during(told).anyMatch(item -> item.has(request))
        ? Stream.empty()
        : Stream.of(new Violation("ACK", request + " was acknowledged and never stored"));
  }

  private Stream<Violation> end() {
    var last = history.last();
    return last.hasEnded()
        ? Stream.empty()
        : Stream.of(new Violation("END", "still " + last.status() + " " + waves(last)));
  }

  static List<String> waves(Item item) {
    return item.waveStatuses();
  }
}
