package io.drsorchestrator.domain.server;

import static io.drsorchestrator.domain.server.LaunchStatus.FAILED;
import static io.drsorchestrator.domain.server.LaunchStatus.IN_PROGRESS;
import static io.drsorchestrator.domain.server.LaunchStatus.LAUNCHED;
import static io.drsorchestrator.domain.server.LaunchStatus.PENDING;
import static io.drsorchestrator.domain.server.LaunchStatus.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LaunchStatusTest {

  @ParameterizedTest
  @CsvSource({
    "PENDING, false, false",
    "IN_PROGRESS, false, false",
    "LAUNCHED, true, false",
    "FAILED, false, true",
    "TERMINATED, false, true",
    "LAUNCH_FAILED, false, true",
    "CANCELLED, false, true",
    "launched, false, false",
    "SOMETHING_NEW, false, false",
    "'', false, false",
  })
  void only_one_word_is_a_success(String word, boolean launched, boolean failed) {
    var status = new LaunchStatus(word);

    assertThat(status.isLaunched()).isEqualTo(launched);
    assertThat(status.isFailed()).isEqualTo(failed);
    assertThat(status.isDecided()).isEqualTo(launched || failed);
    assertThat(status).hasToString(word);
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, true",
    "IN_PROGRESS, true",
    "LAUNCHED, true",
    "FAILED, true",
    "TERMINATED, true",
    "LAUNCH_FAILED, false",
    "CANCELLED, false",
    "SOMETHING_NEW, false",
    "'', false",
  })
  void five_words_are_of_drs(String word, boolean known) {
    assertThat(new LaunchStatus(word).isKnown()).isEqualTo(known);
  }

  @ParameterizedTest
  @MethodSource("joins")
  void a_decided_status_is_not_undone(
      LaunchStatus known, LaunchStatus seen, LaunchStatus expected) {
    assertThat(known.join(seen)).isEqualTo(expected);
  }

  static Object[][] joins() {
    var strange = new LaunchStatus("SOMETHING_NEW");
    return new Object[][] {
      {PENDING, IN_PROGRESS, IN_PROGRESS},
      {IN_PROGRESS, LAUNCHED, LAUNCHED},
      {IN_PROGRESS, strange, strange},
      {strange, LAUNCHED, LAUNCHED},
      {LAUNCHED, PENDING, LAUNCHED},
      {LAUNCHED, IN_PROGRESS, LAUNCHED},
      {LAUNCHED, strange, LAUNCHED},
      {FAILED, PENDING, FAILED},
      {TERMINATED, IN_PROGRESS, TERMINATED},
      {LAUNCHED, TERMINATED, TERMINATED},
      {FAILED, LAUNCHED, LAUNCHED},
    };
  }

  @Test
  void a_word_that_is_not_known_is_kept() {
    assertThat(PENDING.join(new LaunchStatus("SOMETHING_NEW")).name()).isEqualTo("SOMETHING_NEW");
  }
}
