package io.drsorchestrator.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** JSON documents as DynamoDB items. */
public final class JsonItems {

  private JsonItems() {}

  public static Map<String, AttributeValue> item(JsonNode object) {
    var item = new LinkedHashMap<String, AttributeValue>();
    object.properties().forEach(e -> item.put(e.getKey(), value(e.getValue())));
    return item;
  }

  private static AttributeValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> AttributeValue.fromS(node.textValue());
      case NUMBER -> AttributeValue.fromN(node.asText());
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case OBJECT, POJO -> AttributeValue.fromM(item(node));
      case ARRAY -> list(node);
      case NULL, MISSING, BINARY -> AttributeValue.fromNul(true);
    };
  }

  private static AttributeValue list(JsonNode array) {
    var list = new ArrayList<AttributeValue>();
    array.forEach(element -> list.add(value(element)));
    return AttributeValue.fromL(list);
  }
}
