package io.drsorchestrator.adapter.out.drs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrsTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00.123Z, 2026-03-01T12:00:00.123Z",
    "2026-03-01T12:00:00.123456+00:00, 2026-03-01T12:00:00.123456Z",
    "2026-03-01T14:00:00+02:00, 2026-03-01T12:00:00Z",
    "2026-03-01T12:00:00, 2026-03-01T12:00:00Z",
    "' 2026-03-01T12:00:00Z ', 2026-03-01T12:00:00Z"
  })
  void reads_iso_times(String text, Instant time) {
    assertThat(DrsTime.parse(text)).containsExactly(time);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "yesterday", "2026-03-01", "2026-02-30T12:00:00Z", "P1DT2H"})
  void what_is_no_time_is_none(@Nullable String text) {
    assertThat(DrsTime.parse(text)).isEmpty();
  }
}
