package io.drsorchestrator.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdefg, 6, abc…",
    "äöü, 6, äöü",
    "äöüa, 6, ä…",
    "日本, 6, 日本",
    "日本語, 8, 日…",
    "🔥🔥, 8, 🔥🔥",
    "🔥🔥🔥, 8, 🔥…",
    "🔥, 3, …"
  })
  void cuts_between_characters_and_shows_it(String text, int most, String shortened) {
    assertThat(Utf8.shortened(text, most)).isEqualTo(shortened);
  }

  @Property
  void never_has_more_bytes_and_begins_as_it_did(
      @ForAll String text, @ForAll @IntRange(min = 3, max = 40) int most) {
    var shortened = Utf8.shortened(text, most);

    assertThat(bytes(shortened)).isLessThanOrEqualTo(most);
    assertThat(text).startsWith(shortened.replaceAll("…$", ""));
    assertThat(Utf8.shortened(shortened, most)).isEqualTo(shortened);
  }

  /** The last character of each length, and the first of the next. */
  @ParameterizedTest
  @ValueSource(ints = {0, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff})
  void counts_the_bytes_of_every_character(int character) {
    var text = "a" + Character.toString(character);

    assertThat(Utf8.length(text)).isEqualTo(bytes(text));
  }

  @Test
  void counts_a_half_character_as_a_whole_one() {
    assertThat(Utf8.length("a\ud83d")).isEqualTo(4);
  }
}
