package io.drsorchestrator.application.instances;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A part of a stored document, read tolerantly: absent, null, blank and mistyped are the same. */
record Document(Map<?, ?> fields) {

  private Option<Object> get(String name) {
    return Option.of(fields.get(name));
  }

  Option<String> text(String name) {
    return get(name)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  /** The first of these fields that holds a text. */
  Option<String> firstText(String... names) {
    return Vector.of(names).flatMap(this::text).headOption();
  }

  Option<Long> number(String name) {
    return get(name).filter(Number.class::isInstance).map(n -> ((Number) n).longValue());
  }

  Option<Instant> time(String name) {
    return number(name).filter(seconds -> seconds > 0).map(Instant::ofEpochSecond);
  }

  Option<Boolean> flag(String name) {
    return get(name).filter(Boolean.class::isInstance).map(Boolean.class::cast);
  }

  Option<Document> part(String name) {
    return get(name).filter(Map.class::isInstance).map(map -> new Document((Map<?, ?>) map));
  }

  Vector<Document> parts(String name) {
    return list(name).filter(Map.class::isInstance).map(map -> new Document((Map<?, ?>) map));
  }

  Vector<String> texts(String name) {
    return list(name)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .reject(String::isBlank);
  }

  /** Lists may hold nulls, which are nothing. */
  private Vector<Object> list(String name) {
    return get(name)
        .filter(List.class::isInstance)
        .map(list -> Vector.<Object>ofAll((List<?>) list).flatMap(Option::of))
        .getOrElse(Vector.empty());
  }
}
