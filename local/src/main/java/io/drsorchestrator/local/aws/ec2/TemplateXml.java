package io.drsorchestrator.local.aws.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.template.LaunchTemplate;
import io.drsorchestrator.local.aws.template.TemplateVersion;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A version of a launch template by the XML names of EC2. What is written as {@code
 * NetworkInterface.1.SubnetId} is read as {@code networkInterfaceSet/item/subnetId}.
 */
final class TemplateXml {

  private TemplateXml() {}

  static ObjectNode of(LaunchTemplate template, TemplateVersion version) {
    ObjectNode xml = Json.object();
    xml.put("launchTemplateId", template.id());
    xml.put("versionNumber", version.number());
    xml.put("versionDescription", version.description());
    xml.put("defaultVersion", version.equals(template.defaultVersion()));
    ObjectNode data = xml.putObject("launchTemplateData");
    new TreeMap<>(version.data()).forEach((name, value) -> put(data, name.split("\\.", -1), value));
    return xml;
  }

  private static void put(ObjectNode root, String[] path, String value) {
    ObjectNode node = root;
    for (int i = 0; i < path.length; i++) {
      boolean isList = i + 1 < path.length && path[i + 1].matches("[0-9]+");
      if (!isList && i + 1 == path.length) {
        node.put(name(path[i]), value);
      } else if (!isList) {
        node = node.withObjectProperty(name(path[i]));
      } else if (i + 2 == path.length) {
        node.withArrayProperty(setName(path[i])).add(value);
        return;
      } else {
        node = item(node.withArrayProperty(setName(path[i])), Integer.parseInt(path[++i]));
      }
    }
  }

  private static ObjectNode item(ArrayNode list, int number) {
    while (list.size() < number) {
      list.addObject();
    }
    return (ObjectNode) list.get(number - 1);
  }

  private static String setName(String parameter) {
    return parameter.equals("SecurityGroupId") ? "groupSet" : name(parameter) + "Set";
  }

  private static String name(String parameter) {
    return parameter.substring(0, 1).toLowerCase(Locale.ROOT) + parameter.substring(1);
  }
}
