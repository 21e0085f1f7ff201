package io.drsorchestrator.adapter.out.dynamodb;

import io.vavr.control.Option;
import io.vavr.control.Try;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as any system has ever stored them (contract 1, D44). */
final class StoredTime {

  /** The frontend takes smaller numbers for seconds, and all others for milliseconds. */
  private static final BigDecimal SMALLEST_MILLISECONDS = BigDecimal.valueOf(10_000_000_000L);

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private StoredTime() {}

  static Option<Instant> ofNumber(BigDecimal number) {
    if (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(LARGEST) > 0) {
      return Option.none();
    }
    return Option.some(
        number.compareTo(SMALLEST_MILLISECONDS) < 0
            ? Instant.ofEpochSecond(number.longValue())
            : Instant.ofEpochMilli(number.longValue()));
  }

  /** ISO text; older programs leave out the zone and mean UTC. */
  static Option<Instant> ofText(String text) {
    return Try.of(() -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from))
        .orElse(Try.of(() -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)))
        .toOption();
  }
}
