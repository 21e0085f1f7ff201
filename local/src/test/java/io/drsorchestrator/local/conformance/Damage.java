package io.drsorchestrator.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.system.LocalSystem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a sabotage can do to the item of an event's execution and to DRS, past our handler. */
record Damage(DynamoDbClient tables, DrsClient drs) implements AutoCloseable {

  private static final String TABLE = LocalSystem.TABLES.executionHistory();

  static Damage in(DynamoDbClient tables, URI aws) {
    return new Damage(
        tables,
        DrsClient.builder()
            .endpointOverride(aws)
            .httpClient(UrlConnectionHttpClient.create())
            .build());
  }

  /** The item; empty if there is none. */
  Map<String, AttributeValue> item(JsonNode event) {
    return tables.getItem(r -> r.tableName(TABLE).key(key(event)).consistentRead(true)).item();
  }

  String status(JsonNode event) {
    return text(item(event), "status");
  }

  List<Map<String, AttributeValue>> waves(JsonNode event) {
    var waves = item(event).get("waves");
    return waves == null ? List.of() : waves.l().stream().map(AttributeValue::m).toList();
  }

  static String text(Map<String, AttributeValue> map, String name) {
    var value = map.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  /** Writes without any condition, as the existing system does; {@code path} is dotted. */
  void set(JsonNode event, String path, AttributeValue value) {
    var names = new LinkedHashMap<String, String>();
    var expression = "SET " + aliased(path, names) + " = :v";
    tables.updateItem(
        r ->
            r.tableName(TABLE)
                .key(key(event))
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(":v", value)));
  }

  void set(JsonNode event, String path, String value) {
    set(event, path, AttributeValue.fromS(value));
  }

  void remove(JsonNode event, String path) {
    var names = new LinkedHashMap<String, String>();
    var expression = "REMOVE " + aliased(path, names);
    tables.updateItem(
        r ->
            r.tableName(TABLE)
                .key(key(event))
                .updateExpression(expression)
                .expressionAttributeNames(names));
  }

  private static String aliased(String path, Map<String, String> names) {
    var aliases = new ArrayList<String>();
    for (var part : List.of(path.split("\\."))) {
      var name = part.replaceAll("\\[.*", "");
      names.put("#" + name, name);
      aliases.add("#" + part);
    }
    return String.join(".", aliases);
  }

  private static Map<String, AttributeValue> key(JsonNode event) {
    return Map.of(
        "executionId", AttributeValue.fromS(event.path("executionId").asText("none")),
        "planId", AttributeValue.fromS(event.path("planId").asText("none")));
  }

  @Override
  public void close() {
    drs.close();
  }
}
