package io.drsorchestrator.local.simulate.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the words of an expression stand for in one request: an item, aliases, placeholders. */
record Bindings(
    Map<String, AttributeValue> item,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  String name(String word) {
    if (!word.startsWith("#")) {
      return word;
    }
    var name = names.get(word);
    if (name == null) {
      throw Refusals.invalid("An expression attribute name is not defined: " + word);
    }
    return name;
  }

  AttributeValue value(String word) {
    var value = values.get(word);
    if (value == null) {
      throw Refusals.invalid("An expression attribute value is not defined: " + word);
    }
    return value;
  }
}
