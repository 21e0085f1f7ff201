package io.drsorchestrator.local.asl;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** How a Wait says when it is over. */
public sealed interface WaitTime {

  /** When a Wait that begins at {@code entered} with {@code selected} data is over. */
  Instant end(Instant entered, Scope selected);

  /** A number of seconds after the beginning. */
  record After(Seconds seconds) implements WaitTime {
    @Override
    public Instant end(Instant entered, Scope selected) {
      return entered.plus(seconds.in(selected));
    }
  }

  /** A point in time. */
  record Until(Template timestamp) implements WaitTime {
    @Override
    public Instant end(Instant entered, Scope selected) {
      return parse(timestamp.evaluate(selected).asText());
    }
  }

  /** The point in time that {@code timestamp} (RFC 3339) names. */
  static Instant parse(String timestamp) {
    try {
      return OffsetDateTime.parse(timestamp).toInstant();
    } catch (DateTimeParseException malformed) {
      throw StateFailure.runtime("The value '" + timestamp + "' is not a timestamp");
    }
  }
}
