package io.drsorchestrator.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.api.OpenApiContract;

/** What holds of every answer to a hostile request, whichever it is. */
final class Judge {

  private static final OpenApiContract CONTRACT = new OpenApiContract();
  private static final int LONGEST_MESSAGE = 1_000;

  private Judge() {}

  static void judge(JsonNode event, GuardedHandler.Outcome outcome) {
    CONTRACT.check(event, outcome.answer());
    assertThat(outcome.printed()).as("logged").isEmpty();
    assertThat(outcome.answer().toString()).doesNotContain(Hostile.SECRET, Targets.TOKEN);
    assertThat(outcome.status()).as(outcome.answer().toString()).isLessThan(500);
    if (outcome.status() >= 400) {
      var message = outcome.body().path("message").asText();
      assertThat(message).isNotBlank().hasSizeLessThan(LONGEST_MESSAGE);
      assertThat(message.codePoints().filter(Judge::isRaw)).as(message).isEmpty();
    }
  }

  private static boolean isRaw(int character) {
    var type = Character.getType(character);
    return Character.isISOControl(character)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
