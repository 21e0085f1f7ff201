package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Reads the payload templates of one state. */
final class TemplateParser {
  private static final String COMPUTED = ".$";

  private final PathParser paths;

  TemplateParser(PathParser paths) {
    this.paths = paths;
  }

  Template parse(JsonNode node) {
    if (node.isObject()) {
      return object(node);
    }
    return node.isArray() ? array(node) : new Template.Constant(node);
  }

  private Template object(JsonNode node) {
    var members = new LinkedHashMap<String, Template>();
    for (var field : node.properties()) {
      var name = field.getKey();
      boolean computed = name.endsWith(COMPUTED);
      var key = computed ? name.substring(0, name.length() - COMPUTED.length()) : name;
      var value = computed ? computed(name, field.getValue()) : parse(field.getValue());
      if (members.put(key, value) != null) {
        throw paths.refusal("both '%s' and '%s.$' are given".formatted(key, key));
      }
    }
    return isConstant(members.values())
        ? new Template.Constant(node)
        : new Template.Members(members);
  }

  private Template array(JsonNode node) {
    var items = new ArrayList<Template>();
    node.forEach(item -> items.add(parse(item)));
    return isConstant(items) ? new Template.Constant(node) : new Template.Elements(items);
  }

  private Template computed(String name, JsonNode value) {
    if (!value.isTextual()) {
      throw paths.refusal("the field '" + name + "' must be a path or a call in a string");
    }
    return new Template.Computed(ExpressionParser.parse(paths, value.textValue(), name));
  }

  private static boolean isConstant(Iterable<Template> parts) {
    for (var part : parts) {
      if (!(part instanceof Template.Constant)) {
        return false;
      }
    }
    return true;
  }
}
