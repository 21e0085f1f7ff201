package io.drsorchestrator.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {

  @Test
  void an_ordinary_text_stays_as_it_is() {
    var text = "Späte Übung, 夜間 — \uD83D\uDE80 {\"a\": 'b'} $HOME %s";

    assertThat(OneLine.of(text)).isEqualTo(text);
  }

  @Test
  void no_line_can_be_forged() {
    for (var separator :
        new String[] {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b"}) {
      assertThat(OneLine.of("done" + separator + "execution=x ExecutionCompleted"))
          .isEqualTo("done execution=x ExecutionCompleted");
    }
  }

  @Test
  void no_terminal_is_steered_and_no_text_turned_around() {
    assertThat(OneLine.of("a\u001b[2Kb\u0000c\u202ed\u2066e")).isEqualTo("a [2Kb c d e");
  }

  @Test
  void half_a_character_cannot_be_stored_and_goes() {
    assertThat(OneLine.of("a\ud83db")).isEqualTo("a b");
    assertThat(OneLine.of("\ude80")).isEmpty();
  }

  @Test
  void blanks_at_the_ends_go() {
    assertThat(OneLine.of("\t why \n")).isEqualTo("why");
  }
}
