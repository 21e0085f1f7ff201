package io.drsorchestrator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Raw items of tables, as JSON. */
record Items(DynamoDbClient dynamoDb) implements AutoCloseable {

  /** The item as it is now; an empty object if there is none. */
  ObjectNode read(String table, ObjectNode key) {
    return json(
        dynamoDb.getItem(r -> r.tableName(table).key(item(key)).consistentRead(true)).item());
  }

  void put(String table, ObjectNode item) {
    dynamoDb.putItem(r -> r.tableName(table).item(item(item)));
  }

  void delete(String table, ObjectNode key) {
    dynamoDb.deleteItem(r -> r.tableName(table).key(item(key)));
  }

  private static Map<String, AttributeValue> item(JsonNode object) {
    var item = new LinkedHashMap<String, AttributeValue>();
    object.properties().forEach(field -> item.put(field.getKey(), value(field.getValue())));
    return item;
  }

  private static AttributeValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> AttributeValue.fromS(node.textValue());
      case NUMBER -> AttributeValue.fromN(node.asText());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case OBJECT, POJO -> AttributeValue.fromM(item(node));
      case ARRAY ->
          AttributeValue.fromL(
              StreamSupport.stream(node.spliterator(), false).map(Items::value).toList());
      case NULL, MISSING, BINARY -> AttributeValue.fromNul(true);
    };
  }

  private static ObjectNode json(Map<String, AttributeValue> item) {
    var object = Json.object();
    item.forEach((name, value) -> object.set(name, json(value)));
    return object;
  }

  private static JsonNode json(AttributeValue value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value.type()) {
      case S -> nodes.textNode(value.s());
      case N -> number(new BigDecimal(value.n()));
      case BOOL -> nodes.booleanNode(value.bool());
      case M -> json(value.m());
      case L -> nodes.arrayNode().addAll(value.l().stream().map(Items::json).toList());
      default -> nodes.nullNode();
    };
  }

  private static JsonNode number(BigDecimal number) {
    var nodes = JsonNodeFactory.instance;
    return number.stripTrailingZeros().scale() <= 0
        ? nodes.numberNode(number.longValueExact())
        : nodes.numberNode(number);
  }

  @Override
  public void close() {
    dynamoDb.close();
  }
}
