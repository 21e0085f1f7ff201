package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** A number of seconds, given or found in the data. */
public record Seconds(Template value, long least) {
  static final long MOST = 99_999_999;

  /** The duration with {@code selected} data; fails the state if that is no valid number. */
  public Duration in(Scope selected) {
    var found = value.evaluate(selected);
    if (!isValid(found)) {
      throw StateFailure.runtime(
          "The value '%s' is not a whole number of seconds from %d to %d"
              .formatted(Json.text(found), least, MOST));
    }
    return Duration.ofSeconds(found.longValue());
  }

  private boolean isValid(JsonNode found) {
    return found.canConvertToExactIntegral()
        && found.canConvertToLong()
        && least <= found.longValue()
        && found.longValue() <= MOST;
  }
}
