package io.drsorchestrator.adapter.out.dynamodb;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A stored map, read tolerantly: NULL, an empty text and an absent attribute are the same, and a
 * time may be a number, a number in a text, or ISO text (contract 1, D44).
 */
record StoredItem(Map<String, AttributeValue> attributes) {

  private Option<AttributeValue> get(String name) {
    return Option.of(attributes.get(name)).filter(value -> !Boolean.TRUE.equals(value.nul()));
  }

  /** This map with another value under {@code name}. */
  StoredItem with(String name, AttributeValue value) {
    var changed = new HashMap<>(attributes);
    changed.put(name, value);
    return new StoredItem(changed);
  }

  Option<String> text(String name) {
    return get(name).flatMap(v -> Option.of(v.s())).filter(s -> !s.isBlank());
  }

  Option<BigDecimal> decimal(String name) {
    return get(name)
        .flatMap(v -> Option.of(v.n()).orElse(() -> Option.of(v.s())))
        .flatMap(n -> Try.of(() -> new BigDecimal(n.trim())).toOption());
  }

  Option<Long> number(String name) {
    return decimal(name).map(BigDecimal::longValue);
  }

  /** Absent, 0 and unreadable times are all "not known". */
  Option<Instant> time(String name) {
    return decimal(name).isDefined()
        ? decimal(name).flatMap(StoredTime::ofNumber)
        : text(name).flatMap(StoredTime::ofText);
  }

  Option<Boolean> bool(String name) {
    return get(name).flatMap(v -> Option.of(v.bool()));
  }

  boolean flag(String name) {
    return bool(name).getOrElse(false);
  }

  Option<StoredItem> map(String name) {
    return get(name).filter(AttributeValue::hasM).map(v -> new StoredItem(v.m()));
  }

  Vector<AttributeValue> list(String name) {
    return get(name)
        .filter(AttributeValue::hasL)
        .map(v -> Vector.ofAll(v.l()))
        .getOrElse(Vector.empty());
  }

  Vector<StoredItem> maps(String name) {
    return list(name).filter(AttributeValue::hasM).map(v -> new StoredItem(v.m()));
  }

  Vector<String> texts(String name) {
    return list(name).flatMap(v -> Option.of(v.s())).reject(String::isBlank);
  }
}
