package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.application.read.ListPosition;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in the list as callers carry it from page to page: text that only we can read, with a
 * checksum, so that what was damaged or comes from elsewhere is told apart from a place.
 */
final class PageToken {

  private static final int LONGEST = 8192;
  private static final int CHECKSUM_LENGTH = 8;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PageToken() {}

  static String of(ListPosition position) {
    var place = JsonNodeFactory.instance.arrayNode();
    position.startTime().forEach(time -> place.add(time.getEpochSecond()).add(time.getNano()));
    place.add(position.key().executionId()).add(position.key().planId());
    var text = place.toString();
    var bytes = (checksum(text) + text).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Nothing if it is none that {@link #of} has made, to the last character. */
  static Option<ListPosition> read(String token) {
    return token.length() > LONGEST
        ? Option.none()
        : decoded(token)
            .filter(text -> text.length() > CHECKSUM_LENGTH)
            .flatMap(text -> place(text.substring(CHECKSUM_LENGTH)))
            .filter(position -> of(position).equals(token));
  }

  private static Option<String> decoded(String token) {
    try {
      return Option.some(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Option.none();
    }
  }

  private static Option<ListPosition> place(String text) {
    try {
      return position(MAPPER.readTree(text));
    } catch (JsonProcessingException | DateTimeException | ArithmeticException e) {
      return Option.none();
    }
  }

  /** Two elements without a time, four with one; whatever else it is, is found out by its text. */
  private static Option<ListPosition> position(JsonNode place) {
    int key = place.size() - 2;
    return Option.when(
        key >= 0,
        () ->
            new ListPosition(
                Option.when(
                    key > 0,
                    () -> Instant.ofEpochSecond(place.path(0).asLong(), place.path(1).asLong())),
                new StoredKey(place.path(key).asText(), place.path(key + 1).asText())));
  }

  private static String checksum(String text) {
    var sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
