package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;
import java.util.List;

/** GetLaunchConfiguration and UpdateLaunchConfiguration. */
final class LaunchConfigurations {

  private LaunchConfigurations() {}

  static ObjectNode get(RegionalDrs drs, DrsRequest request) {
    String id = request.id("sourceServerID", IdFormats.SOURCE_SERVER);
    return json(id, drs.configuration(id));
  }

  static ObjectNode update(RegionalDrs drs, DrsRequest request) {
    String id = request.id("sourceServerID", IdFormats.SOURCE_SERVER);
    drs.configure(id, updated(drs.configuration(id), request));
    return json(id, drs.configuration(id));
  }

  private static LaunchConfiguration updated(LaunchConfiguration old, DrsRequest request) {
    return new LaunchConfiguration(
        request.text("name").orElse(old.name()),
        old.ec2LaunchTemplateId(),
        request
            .oneOf("launchDisposition", List.of("STOPPED", "STARTED"))
            .orElse(old.launchDisposition()),
        request
            .oneOf("targetInstanceTypeRightSizingMethod", List.of("NONE", "BASIC", "IN_AWS"))
            .orElse(old.rightSizingMethod()),
        request.flag("copyPrivateIp").orElse(old.copyPrivateIp()),
        request.flag("copyTags").orElse(old.copyTags()),
        request.inner("licensing").flag("osByol").orElse(old.osByol()),
        request.flag("postLaunchEnabled").orElse(old.postLaunchEnabled()),
        request
            .inner("launchIntoInstanceProperties")
            .text("launchIntoEC2InstanceID")
            .or(old::launchIntoInstanceId));
  }

  private static ObjectNode json(String id, LaunchConfiguration configuration) {
    ObjectNode json = Json.object();
    json.put("sourceServerID", id);
    json.put("name", configuration.name());
    json.put("ec2LaunchTemplateID", configuration.ec2LaunchTemplateId());
    json.put("launchDisposition", configuration.launchDisposition());
    json.put("targetInstanceTypeRightSizingMethod", configuration.rightSizingMethod());
    json.put("copyPrivateIp", configuration.copyPrivateIp());
    json.put("copyTags", configuration.copyTags());
    json.putObject("licensing").put("osByol", configuration.osByol());
    json.put("postLaunchEnabled", configuration.postLaunchEnabled());
    ObjectNode into = json.putObject("launchIntoInstanceProperties");
    configuration
        .launchIntoInstanceId()
        .ifPresent(instance -> into.put("launchIntoEC2InstanceID", instance));
    return json;
  }
}
