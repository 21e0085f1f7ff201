package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Data that travels between states, known to fit into Step Functions' 256 KiB. */
public record Payload(JsonNode json, String text) {
  /** How many bytes of UTF-8 a payload may have. */
  public static final int LIMIT = 262_144;

  /** The payload {@code json}; fails the state if it is too large. */
  public static Payload of(JsonNode json) {
    var text = Json.text(json);
    if (exceedsLimit(text)) {
      throw StateFailure.dataLimitExceeded();
    }
    return new Payload(json, text);
  }

  /** Whether {@code text} has more bytes than a payload may have. */
  public static boolean exceedsLimit(String text) {
    return text.length() > LIMIT / 3 && text.getBytes(StandardCharsets.UTF_8).length > LIMIT;
  }
}
