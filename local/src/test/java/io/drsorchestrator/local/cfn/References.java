package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a template refers to, by the kind of name: plain names, attributes and conditions. */
record References(Set<String> names, Set<String> attributes, Set<String> conditions) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!][^}]*)}");

  static References of(Template template) {
    var found = new References(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    template
        .json()
        .properties()
        .forEach(
            section -> {
              if (!section.getKey().equals("Metadata")) {
                found.collect(section.getValue());
              }
            });
    return found;
  }

  Set<String> all() {
    var all = new TreeSet<>(names);
    all.addAll(attributes);
    return all;
  }

  private void collect(JsonNode node) {
    node.properties().forEach(entry -> collect(entry.getKey(), entry.getValue()));
    if (node.isArray()) {
      node.forEach(this::collect);
    }
  }

  private void collect(String key, JsonNode value) {
    switch (key) {
      case "Ref" -> names.add(value.asText());
      case "Fn::GetAtt" -> attributes.add(value.path(0).asText() + "." + value.path(1).asText());
      case "Fn::Sub" -> substituted(value.asText());
      case "Fn::If" -> conditions.add(value.path(0).asText());
      case "DependsOn" -> dependencies(value);
      case "Condition" -> {
        if (value.isTextual()) {
          conditions.add(value.asText());
        }
      }
      default -> {}
    }
    collect(value);
  }

  private void dependencies(JsonNode value) {
    if (value.isTextual()) {
      names.add(value.asText());
    }
    value.forEach(name -> names.add(name.asText()));
  }

  private void substituted(String text) {
    VARIABLE
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .forEach(name -> (name.contains(".") ? attributes : names).add(name));
  }
}
