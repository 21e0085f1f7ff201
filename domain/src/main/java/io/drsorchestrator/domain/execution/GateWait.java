package io.drsorchestrator.domain.execution;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a gate has been waiting for an operator, and how often somebody was reminded of it.
 *
 * @param since absent in items of older systems: nobody knows how long they have been waiting
 * @param lastReminder absent until there has been one
 */
public record GateWait(Option<Instant> since, int reminders, Option<Instant> lastReminder) {

  public static final Duration FIRST_REMINDER = Duration.ofMinutes(30);
  public static final Duration NEXT_REMINDER = Duration.ofHours(2);

  /** Of a gate that has just been reached. */
  public static GateWait from(Instant now) {
    return new GateWait(Option.some(now), 0, Option.none());
  }

  /** Whether somebody has to be reminded; where the beginning is unknown, at first sight. */
  public boolean isReminderDue(Instant now) {
    return lastReminder
        .map(last -> last.plus(NEXT_REMINDER))
        .orElse(since.map(start -> start.plus(FIRST_REMINDER)))
        .forAll(due -> !now.isBefore(due));
  }

  /** After one more reminder. */
  public GateWait reminded(Instant now) {
    return new GateWait(since, reminders + 1, Option.some(now));
  }
}
