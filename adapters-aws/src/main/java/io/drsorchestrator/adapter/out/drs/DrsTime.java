package io.drsorchestrator.adapter.out.drs;

import io.vavr.control.Option;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times in DRS, which are ISO-8601 strings. */
final class DrsTime {

  private DrsTime() {}

  /** The time that {@code text} tells; none if it tells none: a time is never worth a failure. */
  static Option<Instant> parse(@Nullable String text) {
    return text == null ? Option.none() : parsed(text.strip());
  }

  static String format(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Option<Instant> parsed(String text) {
    try {
      var time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return Option.some(
          time instanceof OffsetDateTime offset
              ? offset.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }
}
