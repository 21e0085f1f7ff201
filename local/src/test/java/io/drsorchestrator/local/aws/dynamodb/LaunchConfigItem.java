package io.drsorchestrator.local.aws.dynamodb;

import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Launch settings as the editor of protection groups writes them (contract 2.10). */
final class LaunchConfigItem {

  private LaunchConfigItem() {}

  static void put(Map<String, AttributeValue> item, GroupLaunchSettings settings) {
    item.put("launchConfig", AttributeValue.fromM(config(settings.common())));
    var servers =
        settings
            .own()
            .map(
                entry ->
                    AttributeValue.fromM(
                        Map.of(
                            "sourceServerId", AttributeValue.fromS(entry._1.value()),
                            "useGroupDefaults", AttributeValue.fromBool(false),
                            "launchTemplate", AttributeValue.fromM(config(entry._2)))));
    item.put("servers", AttributeValue.fromL(servers.toJavaList()));
  }

  private static Map<String, AttributeValue> config(LaunchSettings settings) {
    var drs = settings.drs();
    var template = settings.template();
    var config = new HashMap<String, AttributeValue>();
    flag(config, "copyPrivateIp", drs.copyPrivateIp());
    flag(config, "copyTags", drs.copyTags());
    drs.osByol()
        .forEach(
            byol ->
                config.put(
                    "licensing",
                    AttributeValue.fromM(Map.of("osByol", AttributeValue.fromBool(byol)))));
    config.put("targetInstanceTypeRightSizingMethod", textOrNull(drs.rightSizingMethod()));
    config.put("launchDisposition", textOrNull(drs.launchDisposition()));
    flag(config, "postLaunchEnabled", drs.postLaunchEnabled());
    drs.launchIntoInstanceId()
        .forEach(
            id ->
                config.put(
                    "launchIntoInstanceProperties",
                    AttributeValue.fromM(
                        Map.of("launchIntoEC2InstanceID", AttributeValue.fromS(id)))));
    config.put("instanceType", textOrNull(template.instanceType()));
    config.put("subnetId", AttributeValue.fromS(template.subnetId().getOrElse("")));
    config.put(
        "securityGroupIds",
        AttributeValue.fromL(template.securityGroupIds().map(AttributeValue::fromS).asJava()));
    config.put("instanceProfileName", textOrNull(template.instanceProfileName()));
    config.put("staticPrivateIp", textOrNull(template.staticPrivateIp()));
    return config;
  }

  private static void flag(Map<String, AttributeValue> config, String name, Option<Boolean> value) {
    value.forEach(flag -> config.put(name, AttributeValue.fromBool(flag)));
  }

  private static AttributeValue textOrNull(Option<String> value) {
    return value.map(AttributeValue::fromS).getOrElse(AttributeValue.fromNul(true));
  }
}
