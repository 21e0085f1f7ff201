package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A template with its parameters: everything in it has a value. */
final class Stack {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!][^}]*)}");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final Template template;
  private final Map<String, String> parameters = new HashMap<>();
  private final Map<String, Stack> nested = new TreeMap<>();

  Stack(String name, Template template, Map<String, String> given) {
    this.name = name;
    this.template = template;
    template
        .json()
        .path("Parameters")
        .properties()
        .forEach(p -> parameter(p.getKey(), p.getValue(), given.get(p.getKey())));
  }

  private void parameter(String parameter, JsonNode declared, @Nullable String given) {
    var value = given == null ? declared.path("Default") : JSON.textNode(given);
    if (value.isMissingNode()) {
      throw new IllegalStateException(template + " is not given " + parameter);
    }
    parameters.put(parameter, value.asText());
  }

  String name() {
    return name;
  }

  /** Its own resources and those of the stacks that it nests, without those that are left out. */
  List<Resource> resources() {
    var found = new ArrayList<Resource>();
    template
        .resources()
        .forEach(
            (id, resource) -> {
              if (!exists(resource)) {
                return;
              }
              found.add(
                  new Resource(
                      template.file(), id, type(resource), value(resource.path("Properties"))));
              if (type(resource).equals(Template.NESTED_STACK)) {
                found.addAll(nested(id).resources());
              }
            });
    return found;
  }

  private static String type(JsonNode resource) {
    return resource.path("Type").asText();
  }

  /** The names of the exports, with those of the stacks that it nests. */
  List<String> exports() {
    var found = new ArrayList<String>();
    for (var output : template.json().path("Outputs")) {
      if (exists(output) && output.has("Export")) {
        found.add(value(output.path("Export").path("Name")).asText());
      }
    }
    template
        .nested()
        .forEach(
            (id, stack) -> {
              if (exists(stack)) {
                found.addAll(nested(id).exports());
              }
            });
    return found;
  }

  String output(String output) {
    var declared = template.json().path("Outputs").path(output);
    if (declared.isMissingNode()) {
      throw new IllegalStateException(template + " has no output " + output);
    }
    return value(declared.path("Value")).asText();
  }

  Stack nested(String id) {
    var stack = nested.get(id);
    if (stack == null) {
      stack = nest(id);
      nested.put(id, stack);
    }
    return stack;
  }

  private Stack nest(String id) {
    var resource = template.resource(id);
    var given = new HashMap<String, String>();
    resource
        .path("Properties")
        .path("Parameters")
        .properties()
        .forEach(p -> given.put(p.getKey(), value(p.getValue()).asText()));
    return new Stack(name + "-" + id + "-1ABC", Template.of(resource), given);
  }

  private boolean exists(JsonNode declared) {
    return !declared.path("Condition").isTextual() || holds(declared.path("Condition").asText());
  }

  private boolean holds(String condition) {
    return isTrue(template.json().path("Conditions").path(condition));
  }

  private boolean isTrue(JsonNode condition) {
    var function = condition.fieldNames().next();
    var arguments = condition.path(function);
    return switch (function) {
      case "Condition" -> holds(arguments.asText());
      case "Fn::Equals" ->
          value(arguments.path(0)).asText().equals(value(arguments.path(1)).asText());
      case "Fn::Not" -> !isTrue(arguments.path(0));
      case "Fn::And" -> elements(arguments).stream().allMatch(this::isTrue);
      case "Fn::Or" -> elements(arguments).stream().anyMatch(this::isTrue);
      default -> throw new IllegalStateException("no condition: " + function);
    };
  }

  private static List<JsonNode> elements(JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return elements;
  }

  /** The value of an expression; missing where it is AWS::NoValue. */
  private JsonNode value(JsonNode expression) {
    if (expression.isArray()) {
      var array = JSON.arrayNode();
      expression.forEach(element -> add(array::add, value(element)));
      return array;
    }
    if (!expression.isObject()) {
      return expression;
    }
    if (expression.has("Ref")) {
      return ref(expression.path("Ref").asText());
    }
    if (expression.has("Fn::Sub")) {
      return JSON.textNode(substituted(expression.path("Fn::Sub").asText()));
    }
    if (expression.has("Fn::GetAtt")) {
      var path = expression.path("Fn::GetAtt");
      return JSON.textNode(attribute(path.path(0).asText(), path.path(1).asText()));
    }
    if (expression.has("Fn::If")) {
      var choice = expression.path("Fn::If");
      return value(choice.path(holds(choice.path(0).asText()) ? 1 : 2));
    }
    var object = JSON.objectNode();
    expression.properties().forEach(e -> add(v -> object.set(e.getKey(), v), value(e.getValue())));
    return object;
  }

  private static void add(Consumer<JsonNode> target, JsonNode value) {
    if (!value.isMissingNode()) {
      target.accept(value);
    }
  }

  private JsonNode ref(String reference) {
    if (reference.equals("AWS::NoValue")) {
      return MissingNode.getInstance();
    }
    return JSON.textNode(referred(reference));
  }

  private String referred(String reference) {
    var parameter = parameters.get(reference);
    if (parameter != null) {
      return parameter;
    }
    return switch (reference) {
      case "AWS::Region" -> Physical.REGION;
      case "AWS::AccountId" -> Physical.ACCOUNT;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::StackName" -> name;
      default -> physical(reference).ref();
    };
  }

  private String attribute(String resource, String attribute) {
    return type(template.resource(resource)).equals(Template.NESTED_STACK)
        ? nested(resource).output(attribute.substring("Outputs.".length()))
        : physical(resource).attribute(attribute);
  }

  private Physical physical(String id) {
    var resource = template.resource(id);
    if (resource.isMissingNode() || !exists(resource)) {
      throw new IllegalStateException(template + " refers to " + id + ", which is not deployed");
    }
    return new Physical(
        id, resource, property -> value(resource.path("Properties").path(property)).asText());
  }

  private String substituted(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(variable(match.group(1))));
  }

  private String variable(String variable) {
    int dot = variable.indexOf('.');
    return dot < 0
        ? referred(variable)
        : attribute(variable.substring(0, dot), variable.substring(dot + 1));
  }
}
