package io.drsorchestrator.local.aws.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Consumer;

/** Changes of named fields, wherever they are in an answer. */
final class Fields {

  private Fields() {}

  static JsonNode remove(JsonNode tree, Set<String> names) {
    eachObject(tree, object -> object.remove(names));
    return tree;
  }

  static JsonNode replaceTexts(JsonNode tree, Set<String> names, String text) {
    eachObject(
        tree,
        object ->
            names.stream()
                .filter(name -> object.path(name).isTextual())
                .forEach(name -> object.put(name, text)));
    return tree;
  }

  private static void eachObject(JsonNode tree, Consumer<ObjectNode> change) {
    if (tree instanceof ObjectNode object) {
      change.accept(object);
    }
    tree.forEach(child -> eachObject(child, change));
  }
}
