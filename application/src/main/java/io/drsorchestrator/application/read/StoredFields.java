package io.drsorchestrator.application.read;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;

/** A stored item or a part of it, in which nothing has to be what it should be. */
public record StoredFields(Map<?, ?> fields) {

  /** Whatever is stored; absent and null are the same (contract 1). */
  public Option<Object> known(String name) {
    return Option.of(fields.get(name));
  }

  /** A text that is not blank. */
  public Option<String> text(String name) {
    return known(name)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  public Option<Boolean> flag(String name) {
    return known(name).filter(Boolean.class::isInstance).map(Boolean.class::cast);
  }

  public Option<StoredFields> map(String name) {
    return known(name).filter(Map.class::isInstance).map(map -> new StoredFields((Map<?, ?>) map));
  }

  /** Those elements of a list that are maps. */
  public Vector<StoredFields> maps(String name) {
    return known(name)
        .filter(List.class::isInstance)
        .toVector()
        .flatMap(list -> (List<?>) list)
        .filter(Map.class::isInstance)
        .map(element -> new StoredFields((Map<?, ?>) element));
  }
}
