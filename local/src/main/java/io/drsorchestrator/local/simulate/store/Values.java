package io.drsorchestrator.local.simulate.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How values compare: numbers by their size, texts by their bytes, everything else as it is. */
final class Values {

  private Values() {}

  static boolean equal(@Nullable AttributeValue one, @Nullable AttributeValue other) {
    if (one == null || other == null) {
      return false;
    }
    boolean areNumbers = one.n() != null && other.n() != null;
    return areNumbers ? order(one, other) == 0 : one.equals(other);
  }

  /** Whether {@code sign} holds between two of a kind; values of different kinds have no order. */
  static boolean compare(
      String sign, @Nullable AttributeValue one, @Nullable AttributeValue other) {
    if (one == null || other == null || !isOrdered(one, other)) {
      return false;
    }
    int order = order(one, other);
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean isOrdered(AttributeValue one, AttributeValue other) {
    return (one.n() != null && other.n() != null) || (one.s() != null && other.s() != null);
  }

  private static int order(AttributeValue one, AttributeValue other) {
    return one.n() != null
        ? new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()))
        : one.s().compareTo(other.s());
  }

  /** Whether a list has that element, or a text that part. */
  static boolean contains(@Nullable AttributeValue whole, @Nullable AttributeValue part) {
    if (whole == null || part == null) {
      return false;
    }
    return whole.hasL()
        ? whole.l().stream().anyMatch(element -> equal(element, part))
        : whole.s() != null && part.s() != null && whole.s().contains(part.s());
  }

  static @Nullable AttributeValue size(@Nullable AttributeValue value) {
    if (value == null) {
      return null;
    }
    int size =
        value.hasL() ? value.l().size() : value.hasM() ? value.m().size() : length(value.s());
    return size < 0 ? null : AttributeValue.fromN(Integer.toString(size));
  }

  private static int length(@Nullable String text) {
    return text == null ? -1 : text.length();
  }

  static AttributeValue appended(@Nullable AttributeValue list, @Nullable AttributeValue more) {
    if (list == null || more == null || !list.hasL() || !more.hasL()) {
      throw Refusals.invalid("An operand in the update expression has an incorrect data type");
    }
    List<AttributeValue> all = new ArrayList<>(list.l());
    all.addAll(more.l());
    return AttributeValue.fromL(all);
  }
}
