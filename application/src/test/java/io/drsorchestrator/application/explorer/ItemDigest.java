package io.drsorchestrator.application.explorer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of an item commands can tell apart. */
final class ItemDigest {

  private static final Set<String> TIMES =
      Set.of(
          "startTime",
          "endTime",
          "attemptTime",
          "leaseUntil",
          "completedTime",
          "pausedTime",
          "launchTime",
          "jobMissingSince",
          "endSeenTime");

  /** Versions are compared by whoever has read them; the others nobody decides by. */
  private static final Set<String> LEFT_OUT =
      Set.of("version", "revision", "operatorRequests", "lastPolledTime", "requestedAt");

  private final Instant now;

  ItemDigest(Instant now) {
    this.now = now;
  }

  long of(Raw item) {
    return of(item.attributes());
  }

  private long of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .filter(entry -> !LEFT_OUT.contains(entry.getKey()))
          .mapToLong(entry -> entry(String.valueOf(entry.getKey()), entry.getValue()))
          .reduce(7, Mix::of);
    }
    return value instanceof List<?> list
        ? list.stream().mapToLong(this::of).reduce(11, Mix::of)
        : Mix.of(String.valueOf(value));
  }

  /** Attributes come in the order of their names. */
  private long entry(String name, Object value) {
    var isTime = TIMES.contains(name) && value instanceof Long;
    return Mix.of(Mix.of(name), isTime ? Age.of(name, (Long) value, now) : of(value));
  }
}
