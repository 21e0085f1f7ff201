package io.drsorchestrator.local.size;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The size of an item by the rules of DynamoDB's developer guide ("Item sizes and formats"). */
final class ItemBytes {

  private ItemBytes() {}

  static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(entry -> text(entry.getKey()) + value(entry.getValue()))
        .sum();
  }

  private static int value(AttributeValue value) {
    return switch (value.type()) {
      case S -> text(value.s());
      case N -> number(value.n());
      case BOOL, NUL -> 1;
      case L -> 3 + value.l().stream().mapToInt(element -> 1 + value(element)).sum();
      case M -> 3 + value.m().size() + of(value.m());
      default -> throw new AssertionError("no execution has a " + value.type());
    };
  }

  private static int text(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** One byte for two digits, and one more; zeros at the ends do not count, which is left out. */
  private static int number(String digits) {
    return (digits.length() + 1) / 2 + 1;
  }
}
