package io.drsorchestrator.local.cfn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as CloudFormation reads it: short forms such as {@code !Ref} become their long forms. */
final class CfnYaml {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CfnYaml() {}

  static JsonNode read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      return json(new Yaml().compose(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Node node) {
    var tag = node.getTag().getValue();
    return tag.startsWith("!") ? longForm(tag.substring(1), node) : plain(node);
  }

  private static JsonNode longForm(String function, Node node) {
    var value = plain(node);
    return switch (function) {
      case "Ref", "Condition" -> JSON.objectNode().set(function, value);
      case "GetAtt" -> JSON.objectNode().set("Fn::GetAtt", attribute(value.asText()));
      default -> JSON.objectNode().set("Fn::" + function, value);
    };
  }

  private static JsonNode attribute(String path) {
    int dot = path.indexOf('.');
    return JSON.arrayNode().add(path.substring(0, dot)).add(path.substring(dot + 1));
  }

  private static JsonNode plain(Node node) {
    if (node instanceof MappingNode mapping) {
      return object(mapping);
    }
    if (node instanceof SequenceNode sequence) {
      var array = JSON.arrayNode();
      sequence.getValue().forEach(element -> array.add(json(element)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static ObjectNode object(MappingNode mapping) {
    var object = JSON.objectNode();
    for (var entry : mapping.getValue()) {
      var key = ((ScalarNode) entry.getKeyNode()).getValue();
      if (object.has(key)) {
        throw new IllegalStateException(key + " stands twice" + entry.getKeyNode().getStartMark());
      }
      object.set(key, json(entry.getValueNode()));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    var text = node.getValue();
    if (node.getTag().equals(Tag.INT)) {
      long number = Long.parseLong(text);
      return number == (int) number ? JSON.numberNode((int) number) : JSON.numberNode(number);
    }
    return node.getTag().equals(Tag.BOOL)
        ? JSON.booleanNode(Boolean.parseBoolean(text))
        : JSON.textNode(text);
  }
}
