package io.drsorchestrator.adapter.out.dynamodb;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stored values as a JSON-like tree, with nothing interpreted (contract 1). */
final class Documents {

  private Documents() {}

  static Map<String, Object> map(Map<String, AttributeValue> item) {
    var map = new TreeMap<String, @Nullable Object>();
    item.forEach((name, value) -> map.put(name, value(value)));
    return nullable(map);
  }

  /** The port's readers expect nulls where the item has NULL. */
  @SuppressWarnings({"unchecked", "NullAway"})
  private static Map<String, Object> nullable(Map<String, @Nullable Object> map) {
    return (Map<String, Object>) (Map<?, ?>) map;
  }

  private static @Nullable Object value(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> number(value.n());
      case BOOL -> value.bool();
      case M -> map(value.m());
      case L -> value.l().stream().map(Documents::value).toList();
      case SS -> value.ss();
      case NS -> value.ns().stream().map(Documents::number).toList();
      case B -> base64(value.b());
      case BS -> value.bs().stream().map(Documents::base64).toList();
      case NUL, UNKNOWN_TO_SDK_VERSION -> null;
    };
  }

  /** As DynamoDB's own JSON shows it: bytes need not be text. */
  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }

  /** Of the type that holds it exactly; DynamoDB's numbers go far beyond a long. */
  private static Number number(String n) {
    var decimal = new BigDecimal(n).stripTrailingZeros();
    if (decimal.scale() > 0) {
      return decimal.doubleValue();
    }
    var whole = decimal.toBigInteger();
    if (whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    return whole;
  }
}
