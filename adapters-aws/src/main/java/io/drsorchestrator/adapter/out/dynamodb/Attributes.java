package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.text.Utf8;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values as this project writes them: times are epoch seconds (contract 1). */
final class Attributes {

  static final AttributeValue NULL = AttributeValue.fromNul(true);

  private Attributes() {}

  static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** A text from outside in at most {@code bytes} of UTF-8 ({@code docs/limits.md}). */
  static AttributeValue text(String value, int bytes) {
    return text(Utf8.shortened(value, bytes));
  }

  /** The same; an empty text where nothing is known. */
  static AttributeValue text(Option<String> value, int bytes) {
    return text(value.getOrElse(""), bytes);
  }

  /** An empty text where a reader expects the attribute although nothing is known. */
  static AttributeValue text(Option<String> value) {
    return AttributeValue.fromS(value.getOrElse(""));
  }

  static AttributeValue textOrNull(Option<String> value) {
    return value.map(AttributeValue::fromS).getOrElse(NULL);
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  static AttributeValue flag(boolean value) {
    return AttributeValue.fromBool(value);
  }

  static AttributeValue time(Instant value) {
    return number(value.getEpochSecond());
  }

  /** Rounded up: a lease must not seem to end before it does. */
  static AttributeValue timeNotBefore(Instant value) {
    return time(value.plusNanos(999_999_999));
  }

  static AttributeValue map(Map<String, AttributeValue> value) {
    return AttributeValue.fromM(value);
  }

  static AttributeValue list(List<AttributeValue> value) {
    return AttributeValue.fromL(value);
  }
}
