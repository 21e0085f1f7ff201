package io.drsorchestrator.application.report;

import io.drsorchestrator.application.read.StoredFields;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** A part of a report while it is put together: what is not known is left out. */
final class Lines {

  private final Map<String, Object> all = new LinkedHashMap<>();

  Lines put(String name, Object value) {
    all.put(name, value);
    return this;
  }

  Lines put(String name, Option<?> value) {
    value.forEach(known -> all.put(name, known));
    return this;
  }

  /** Texts of the item under the names that they have there. */
  Lines texts(StoredFields stored, String... names) {
    for (var name : names) {
      put(name, stored.text(name));
    }
    return this;
  }

  Map<String, Object> all() {
    return all;
  }
}
