package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The body of a request: a small JSON object, or nothing. */
final class ApiBody {

  private static final int LARGEST = 64 * 1024;
  private static final int DEEPEST = 16;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ApiBody() {}

  /** The body of a proxy event; an empty object if it has none. */
  static JsonNode of(JsonNode event) {
    var text = text(event);
    return text.isBlank() ? MAPPER.createObjectNode() : object(text);
  }

  private static String text(JsonNode event) {
    var body = event.path("body");
    if (!body.isTextual() && !body.isNull() && !body.isMissingNode()) {
      throw invalid("it is no text");
    }
    var text = body.asText("");
    var isEncoded = event.path("isBase64Encoded").asBoolean();
    limit(isEncoded ? text.length() / 4 * 3L - 2 : text.length());
    var bytes = isEncoded ? decoded(text) : text.getBytes(StandardCharsets.UTF_8);
    limit(bytes.length);
    return isEncoded ? utf8(bytes) : text;
  }

  /** Asked before anything is decoded, too: what is too large costs nothing more. */
  private static void limit(long bytes) {
    if (bytes > LARGEST) {
      throw new ApiRefusedException(
          413,
          "PAYLOAD_TOO_LARGE",
          "The body has more than the allowed %d bytes".formatted(LARGEST));
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw invalid("it is not base64");
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("it is not UTF-8");
    }
  }

  private static JsonNode object(String text) {
    try {
      var body = MAPPER.readTree(text);
      if (body.isObject()) {
        return body;
      }
    } catch (JsonProcessingException e) {
      throw invalid("it cannot be parsed");
    }
    throw invalid("it is no object");
  }

  private static InvalidRequestException invalid(String why) {
    var code = "Invalid JSON in request body";
    return new InvalidRequestException(code, code + ": " + why);
  }
}
