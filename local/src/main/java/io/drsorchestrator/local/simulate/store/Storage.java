package io.drsorchestrator.local.simulate.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables, and whoever watches them. */
final class Storage {

  private final Map<String, Table> tables = new HashMap<>();
  private final Consumer<Changed> observer;

  Storage(Consumer<Changed> observer) {
    this.observer = observer;
  }

  void add(String table, String... keyNames) {
    tables.put(table, new Table(keyNames));
  }

  Table table(String name) {
    var table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("There is no table " + name);
    }
    return table;
  }

  void put(String table, Map<String, AttributeValue> item) {
    var before = table(table).find(item);
    table(table).put(item);
    observer.accept(new Changed(table, before, item));
  }

  void remove(String table, Map<String, AttributeValue> key) {
    var before = table(table).find(key);
    table(table).remove(key);
    observer.accept(new Changed(table, before, Map.of()));
  }

  /** What an update makes of the item that is bound, or of none. */
  static Map<String, AttributeValue> updated(
      Map<String, AttributeValue> key, String expression, Bindings bindings) {
    var item = new LinkedHashMap<>(key);
    item.putAll(bindings.item());
    return Expressions.changes(expression)
        .applied(new Bindings(item, bindings.names(), bindings.values()));
  }
}
