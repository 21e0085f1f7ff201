package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.execution.DrillReminder;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored of the reminders of a drill whose instances live, with the write that did. */
final class DrillItem {

  static final String REMINDER = "drillReminder";
  static final String TIME = "remindedTime";

  private DrillItem() {}

  static AttributeValue of(DrillReminder reminder, String writer) {
    return Attributes.map(
        Map.of(
            "count",
            Attributes.number(reminder.count()),
            TIME,
            Attributes.time(reminder.last().getOrElse(Instant.EPOCH)),
            "writer",
            Attributes.text(writer)));
  }

  static Option<String> writer(StoredItem item) {
    return item.map(REMINDER).flatMap(stored -> stored.text("writer"));
  }
}
