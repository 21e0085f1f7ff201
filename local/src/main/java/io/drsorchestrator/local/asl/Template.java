package io.drsorchestrator.local.asl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;

/** A payload template, such as the value of Parameters: JSON with {@code .$} fields to fill in. */
public sealed interface Template {

  /** The JSON with every {@code .$} field replaced by its value in {@code scope}. */
  JsonNode evaluate(Scope scope);

  /** JSON without any {@code .$} field. */
  record Constant(JsonNode value) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return value;
    }
  }

  /** The value of a {@code .$} field. */
  record Computed(ValueExpression expression) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      return expression.evaluate(scope);
    }
  }

  /** An object with a template per field. */
  record Members(Map<String, Template> fields) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      var object = Json.object();
      fields.forEach((name, template) -> object.set(name, template.evaluate(scope)));
      return object;
    }
  }

  /** An array with a template per element. */
  record Elements(List<Template> items) implements Template {
    @Override
    public JsonNode evaluate(Scope scope) {
      var array = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> array.add(item.evaluate(scope)));
      return array;
    }
  }
}
