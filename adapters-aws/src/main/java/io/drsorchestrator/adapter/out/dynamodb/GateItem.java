package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.execution.GateWait;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored of a gate while it waits; it all goes when the gate opens or the end comes. */
final class GateItem {

  static final String PAUSED_TIME = "pausedTime";
  static final String REMINDER = "pauseReminder";

  /** Everything that only a pause, or a wish to pause, has. */
  static final String[] ATTRIBUTES = {
    "taskToken", "pausedBeforeWave", "resumeRequest", "pauseRequest", PAUSED_TIME, REMINDER
  };

  private GateItem() {}

  /** An older system may have left the reminder of an earlier gate behind. */
  static void begin(ItemUpdate update, GateWait waiting) {
    waiting.since().forEach(since -> update.set(PAUSED_TIME, Attributes.time(since)));
    update.remove(REMINDER);
  }

  static GateWait waiting(StoredItem item) {
    var reminder = item.map(REMINDER);
    return new GateWait(
        item.time(PAUSED_TIME),
        reminder.flatMap(stored -> stored.number("count")).getOrElse(0L).intValue(),
        reminder.flatMap(stored -> stored.time("remindedTime")));
  }

  /** A reminder, and the write that it was recorded by. */
  static AttributeValue reminder(GateWait waiting, String writer) {
    return Attributes.map(
        Map.of(
            "count", Attributes.number(waiting.reminders()),
            "remindedTime", Attributes.time(waiting.lastReminder().getOrElse(Instant.EPOCH)),
            "writer", Attributes.text(writer)));
  }

  static Option<String> writer(StoredItem item) {
    return item.map(REMINDER).flatMap(stored -> stored.text("writer"));
  }
}
