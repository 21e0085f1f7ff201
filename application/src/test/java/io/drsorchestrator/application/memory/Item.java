package io.drsorchestrator.application.memory;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.TreeMap;

/**
 * A stored item or a part of it: an immutable tree of texts, whole numbers, flags, lists and items,
 * under the attribute names of the contract.
 */
record Item(Map<String, Object> attributes) {

  static final Item EMPTY = new Item(HashMap.empty());

  /** A tree of plain Java: numbers are whole, lists and maps anything. */
  static Item of(java.util.Map<?, ?> plain) {
    Map<String, Object> attributes = HashMap.empty();
    for (var entry : plain.entrySet()) {
      attributes = attributes.put(String.valueOf(entry.getKey()), stored(entry.getValue()));
    }
    return new Item(attributes);
  }

  private static Object stored(Object value) {
    if (value instanceof java.util.Map<?, ?> map) {
      return of(map);
    }
    if (value instanceof Iterable<?> list) {
      return Vector.<Object>ofAll(list).map(Item::stored);
    }
    return value instanceof Integer number ? number.longValue() : value;
  }

  Option<Object> get(String name) {
    return attributes.get(name);
  }

  Option<String> text(String name) {
    return get(name).filter(String.class::isInstance).map(String.class::cast);
  }

  Option<Long> number(String name) {
    return get(name).filter(Long.class::isInstance).map(Long.class::cast);
  }

  Option<Instant> time(String name) {
    return number(name).map(Instant::ofEpochSecond);
  }

  boolean flag(String name) {
    return get(name).contains(true);
  }

  Option<Item> item(String name) {
    return get(name).filter(Item.class::isInstance).map(Item.class::cast);
  }

  Vector<Item> items(String name) {
    return list(name).filter(Item.class::isInstance).map(Item.class::cast);
  }

  Vector<String> texts(String name) {
    return list(name).filter(String.class::isInstance).map(String.class::cast);
  }

  private Vector<Object> list(String name) {
    return get(name)
        .filter(Vector.class::isInstance)
        .map(list -> Vector.<Object>ofAll((Vector<?>) list))
        .getOrElse(Vector.empty());
  }

  /** The wave of that number, if one is stored. */
  Option<Item> wave(WaveNumber number) {
    var waves = items("waves");
    return Option.when(number.value() < waves.size(), () -> waves.get(number.value()));
  }

  Item with(String name, Object value) {
    return new Item(attributes.put(name, value));
  }

  Item with(String name, Instant time) {
    return with(name, (Object) time.getEpochSecond());
  }

  /** With {@code value} where it is known. */
  Item withKnown(String name, Option<?> value) {
    return value.map(known -> with(name, (Object) known)).getOrElse(this);
  }

  Item withKnownTime(String name, Option<Instant> time) {
    return time.map(known -> with(name, known)).getOrElse(this);
  }

  Item without(String... names) {
    return new Item(attributes.removeAll(Vector.of(names)));
  }

  Item withWave(WaveNumber number, Item wave) {
    return with("waves", items("waves").update(number.value(), wave));
  }

  /** As readers of documents get it. */
  java.util.Map<String, Object> document() {
    var document = new TreeMap<String, Object>();
    attributes.forEach((name, value) -> document.put(name, plain(value)));
    return document;
  }

  private static Object plain(Object value) {
    if (value instanceof Item item) {
      return item.document();
    }
    return value instanceof Vector<?> list ? list.map(Item::plain).toJavaList() : value;
  }
}
