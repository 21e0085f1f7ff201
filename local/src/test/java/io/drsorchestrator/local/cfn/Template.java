package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A template of {@code cfn/} as its file has it. */
record Template(String file, JsonNode json) {

  static final Path FOLDER = Path.of("..", "cfn");
  static final String NESTED_STACK = "AWS::CloudFormation::Stack";

  static Template read(String file) {
    return new Template(file, CfnYaml.read(FOLDER.resolve(file)));
  }

  static List<Template> all() {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith("-stack.yaml"))
          .sorted()
          .map(Template::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names in a section: Parameters, Conditions, Resources, Outputs. */
  Set<String> names(String section) {
    var names = new TreeSet<String>();
    json.path(section).fieldNames().forEachRemaining(names::add);
    return names;
  }

  JsonNode resource(String name) {
    return json.path("Resources").path(name);
  }

  Map<String, JsonNode> resources() {
    var resources = new TreeMap<String, JsonNode>();
    json.path("Resources").properties().forEach(e -> resources.put(e.getKey(), e.getValue()));
    return resources;
  }

  /** The stacks that it nests, by logical id. */
  Map<String, JsonNode> nested() {
    var nested = resources();
    nested.values().removeIf(resource -> !resource.path("Type").asText().equals(NESTED_STACK));
    return nested;
  }

  static Template of(JsonNode nestedStack) {
    return read(nestedStack.path("Properties").path("TemplateURL").asText().substring(2));
  }

  @Override
  public String toString() {
    return file;
  }
}
