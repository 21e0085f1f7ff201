package io.drsorchestrator.application.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing in an item has to be what it should be. */
class StoredTimesTest {

  private static final long LATEST = 9_999_999_999L;

  private static Option<Long> of(Object stored) {
    return StoredTimes.of(new StoredFields(Map.of("time", stored)), "time");
  }

  @Test
  void seconds_stay_seconds_and_milliseconds_become_some() {
    assertThat(of(1L)).containsExactly(1L);
    assertThat(of(LATEST)).containsExactly(LATEST);
    assertThat(of(LATEST + 1)).containsExactly(10_000_000L);
    assertThat(of(LATEST * 1000)).containsExactly(LATEST);
  }

  @Test
  void what_is_no_time_is_unknown() {
    assertThat(of(0L)).isEmpty();
    assertThat(of(-1L)).isEmpty();
    assertThat(of((LATEST + 1) * 1000)).isEmpty();
    assertThat(of("soon")).isEmpty();
  }

  @Test
  void between_two_times_is_what_passed_and_never_less_than_nothing() {
    assertThat(StoredTimes.between(Option.some(100L), Option.some(130L))).containsExactly(30L);
    assertThat(StoredTimes.between(Option.some(130L), Option.some(100L))).containsExactly(0L);
    assertThat(StoredTimes.between(Option.none(), Option.some(100L))).isEmpty();
    assertThat(StoredTimes.between(Option.some(100L), Option.none())).isEmpty();
  }
}
