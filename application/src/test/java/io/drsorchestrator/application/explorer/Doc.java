package io.drsorchestrator.application.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Changes of raw items, as careless programs make them. */
final class Doc {

  private Doc() {}

  /** Changes each wave; it is told the wave's position. */
  static Consumer<Map<String, Object>> waves(BiConsumer<Integer, Map<String, Object>> change) {
    return item -> {
      var waves = new ArrayList<Map<String, Object>>();
      if (item.get("waves") instanceof List<?> list) {
        for (var wave : list) {
          var copy = copy(wave);
          change.accept(waves.size(), copy);
          waves.add(copy);
        }
      }
      item.put("waves", waves);
    };
  }

  static Map<String, Object> copy(Object part) {
    var copy = new HashMap<String, Object>();
    if (part instanceof Map<?, ?> map) {
      map.forEach((name, value) -> copy.put(String.valueOf(name), value));
    }
    return copy;
  }

  static Consumer<Map<String, Object>> set(String name, Object value) {
    return item -> item.put(name, value);
  }

  static boolean is(Map<String, Object> part, String name, Object value) {
    return value.equals(part.get(name));
  }
}
