package io.drsorchestrator.local.aws.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.drs.DrsWorld;
import io.drsorchestrator.local.aws.query.QueryParameters;
import io.drsorchestrator.local.aws.template.LaunchTemplate;
import io.drsorchestrator.local.aws.template.TemplateVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** DescribeLaunchTemplateVersions, CreateLaunchTemplateVersion and ModifyLaunchTemplate. */
final class TemplateOperations {

  private static final String DATA = "LaunchTemplateData.";
  private static final String SUBNET = "subnet-[0-9a-f]{8,17}";

  private final DrsWorld world;

  TemplateOperations(DrsWorld world) {
    this.world = world;
  }

  ObjectNode describe(AwsLocation location, QueryParameters parameters) {
    return in(
        location,
        parameters,
        template -> {
          ObjectNode tree = Json.object();
          ArrayNode set = tree.putArray("launchTemplateVersionSet");
          wanted(template, parameters.list("LaunchTemplateVersion"))
              .forEach(version -> set.add(TemplateXml.of(template, version)));
          return tree;
        });
  }

  private static List<TemplateVersion> wanted(LaunchTemplate template, List<String> names) {
    return names.isEmpty()
        ? template.versions()
        : names.stream().map(name -> version(template, name)).toList();
  }

  /** What cannot be launched is stored all the same, with a warning. */
  ObjectNode create(AwsLocation location, QueryParameters parameters) {
    Map<String, String> data = data(parameters);
    String about = parameters.find("VersionDescription").orElse("");
    return in(
        location,
        parameters,
        template -> {
          TemplateVersion version =
              parameters
                  .find("SourceVersion")
                  .map(source -> template.add(version(template, source), about, data))
                  .orElseGet(() -> template.add(about, data));
          ObjectNode tree = Json.object();
          tree.set("launchTemplateVersion", TemplateXml.of(template, version));
          warning(version).ifPresent(it -> warn(tree, it));
          return tree;
        });
  }

  private static Map<String, String> data(QueryParameters parameters) {
    Map<String, String> data = new TreeMap<>();
    parameters
        .values()
        .forEach(
            (name, value) -> {
              if (name.startsWith(DATA)) {
                data.put(name.substring(DATA.length()), value);
              }
            });
    return data;
  }

  private static Optional<String> warning(TemplateVersion version) {
    return version
        .find("NetworkInterface.1.SubnetId")
        .filter(subnet -> !subnet.matches(SUBNET))
        .map(subnet -> "The subnet ID '" + subnet + "' does not exist");
  }

  private static void warn(ObjectNode tree, String message) {
    tree.putObject("warning")
        .putArray("errorSet")
        .addObject()
        .put("code", "InvalidSubnetID.NotFound")
        .put("message", message);
  }

  ObjectNode modify(AwsLocation location, QueryParameters parameters) {
    return in(
        location,
        parameters,
        template -> {
          parameters
              .find("SetDefaultVersion")
              .ifPresent(name -> template.makeDefault(version(template, name)));
          ObjectNode tree = Json.object();
          tree.putObject("launchTemplate")
              .put("launchTemplateId", template.id())
              .put("defaultVersionNumber", template.defaultVersion().number())
              .put("latestVersionNumber", template.latestVersion().number());
          return tree;
        });
  }

  private ObjectNode in(
      AwsLocation location, QueryParameters parameters, Function<LaunchTemplate, ObjectNode> work) {
    String id = parameters.find("LaunchTemplateId").orElse("");
    return world.templates(
        location,
        templates ->
            work.apply(
                templates.find(id).orElseThrow(() -> Ec2Errors.unknownTemplate(id).toException())));
  }

  private static TemplateVersion version(LaunchTemplate template, String name) {
    return template.find(name).orElseThrow(() -> Ec2Errors.unknownVersion(name).toException());
  }
}
