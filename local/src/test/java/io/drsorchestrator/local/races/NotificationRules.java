package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.History.Version;
import io.drsorchestrator.local.simulate.judge.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * People are told of every event once; where the caller crashed or an answer was lost, at most
 * once.
 */
final class NotificationRules {

  private static final Map<String, String> ENDS =
      Map.of("COMPLETED", "COMPLETE", "FAILED", "FAIL", "CANCELLED", "CANCEL");

  private NotificationRules() {}

  static Stream<Violation> check(History history) {
    var due = due(history.versions);
    var told = counted(history.notified);
    boolean holds = history.troubles == 0 ? told.equals(due) : isWithin(told, due);
    return holds
        ? Stream.empty()
        : Stream.of(
            new Violation(
                "NOTIFY",
                "told %s instead of %s, troubles: %d".formatted(told, due, history.troubles)));
  }

  private static Map<String, Integer> due(List<Version> versions) {
    var due = new TreeMap<>(Map.of("START", 1));
    for (int i = 1; i < versions.size(); i++) {
      var before = versions.get(i - 1).item();
      var after = versions.get(i).item();
      if (!before.status().equals(after.status()) && after.status().equals("PAUSED")) {
        due.merge("PAUSE", 1, Integer::sum);
      }
      if (!before.hasEnded() && after.hasEnded()) {
        due.merge(ENDS.getOrDefault(after.status(), "?"), 1, Integer::sum);
      }
      if (ReminderRules.isReminder(before, after)) {
        due.merge("PAUSE_REMINDER", 1, Integer::sum);
      }
    }
    return due;
  }

  private static Map<String, Integer> counted(List<String> kinds) {
    var counted = new TreeMap<String, Integer>();
    kinds.forEach(kind -> counted.merge(kind, 1, Integer::sum));
    return counted;
  }

  private static boolean isWithin(Map<String, Integer> told, Map<String, Integer> due) {
    return told.entrySet().stream()
        .allMatch(entry -> entry.getValue() <= due.getOrDefault(entry.getKey(), 0));
  }
}
