package io.drsorchestrator.application.report;

import io.drsorchestrator.application.read.StoredFields;
import io.vavr.control.Option;

/** Times of an item, in seconds of the epoch. Nothing in an item has to be what it should be. */
final class StoredTimes {

  /** What is later is in milliseconds, as the older systems wrote a few. */
  private static final long LATEST = 9_999_999_999L;

  private StoredTimes() {}

  /** A time that is known: 0 stands for an unknown one. */
  static Option<Long> of(StoredFields stored, String name) {
    return number(stored, name)
        .map(time -> time > LATEST ? time / 1000 : time)
        .filter(time -> 0 < time && time <= LATEST);
  }

  static Option<Long> number(StoredFields stored, String name) {
    return stored
        .known(name)
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).longValue());
  }

  static Option<Long> between(Option<Long> start, Option<Long> end) {
    return start.flatMap(from -> end.map(until -> Math.max(0, until - from)));
  }
}
