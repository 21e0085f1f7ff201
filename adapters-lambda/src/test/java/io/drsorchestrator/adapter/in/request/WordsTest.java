package io.drsorchestrator.adapter.in.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts from outside. */
final class WordsTest {

  @Test
  void what_is_visible_stays() {
    var text = "Größe \"x\" \\ 試験 \ud83d\ude80 e\u0301 'quoted' #s = :x";

    assertThat(Words.harmless(text)).isEqualTo(text);
    assertThat(Words.isWritten(text)).isTrue();
  }

  @Test
  void what_is_not_stands_as_its_number() {
    assertThat(Words.harmless("a\u0000b\nc\rd\te\u001b[31m\u007f\u0085"))
        .isEqualTo("a\\u0000b\\u000ac\\u000dd\\u0009e\\u001b[31m\\u007f\\u0085");
    assertThat(Words.harmless("\u2028\u2029\u202e\u200b\ufeff\ud800\ue000"))
        .isEqualTo("\\u2028\\u2029\\u202e\\u200b\\ufeff\\ud800\\ue000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001b[2J", "\u007f", "\u009b", "a\ud800b", "\udc00"})
  void people_do_not_write_these(String text) {
    assertThat(Words.isWritten(text)).isFalse();
  }

  @Test
  void people_do_write_lines() {
    assertThat(Words.isWritten("first\r\n\tsecond")).isTrue();
  }
}
