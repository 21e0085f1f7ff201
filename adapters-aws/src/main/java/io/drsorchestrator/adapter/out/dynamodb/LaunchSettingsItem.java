package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The launch settings of a protection group: {@code launchConfig}, and what the servers that do not
 * use it say in {@code servers[].launchTemplate} (contract 2.10). Empty texts and NULLs leave a
 * setting open.
 */
final class LaunchSettingsItem {

  private static final StoredItem NOTHING = new StoredItem(Map.of());

  private LaunchSettingsItem() {}

  static GroupLaunchSettings read(StoredItem group) {
    var common = group.map("launchConfig").getOrElse(NOTHING);
    return new GroupLaunchSettings(
        settings(common),
        HashMap.ofEntries(group.maps("servers").flatMap(server -> own(server, common))));
  }

  /** A server of its own kind takes over what it does not say, but nobody else's address. */
  private static Option<Tuple2<SourceServerId, LaunchSettings>> own(
      StoredItem server, StoredItem common) {
    return server
        .text("sourceServerId")
        .filter(id -> !server.bool("useGroupDefaults").getOrElse(true))
        .map(
            id ->
                Tuple.of(
                    new SourceServerId(id),
                    settings(over(common, server.map("launchTemplate").getOrElse(NOTHING)))));
  }

  private static StoredItem over(StoredItem common, StoredItem own) {
    var merged = new LinkedHashMap<>(common.attributes());
    merged.remove("staticPrivateIp");
    merged.remove("launchIntoInstanceProperties");
    own.attributes().forEach((name, value) -> put(merged, name, value));
    return new StoredItem(merged);
  }

  private static void put(Map<String, AttributeValue> merged, String name, AttributeValue value) {
    var saysNothing = Boolean.TRUE.equals(value.nul()) || "".equals(value.s());
    if (!saysNothing) {
      merged.put(name, value);
    }
  }

  private static LaunchSettings settings(StoredItem item) {
    return new LaunchSettings(
        new OfDrs(
            item.bool("copyPrivateIp"),
            item.bool("copyTags"),
            item.map("licensing").flatMap(licensing -> licensing.bool("osByol")),
            item.text("targetInstanceTypeRightSizingMethod"),
            item.text("launchDisposition"),
            item.bool("postLaunchEnabled"),
            item.map("launchIntoInstanceProperties").flatMap(LaunchSettingsItem::instance)),
        new OfTemplate(
            item.text("instanceType"),
            item.text("subnetId"),
            item.texts("securityGroupIds").filter(id -> !id.isBlank()),
            item.text("instanceProfileName"),
            item.text("staticPrivateIp")));
  }

  /** As the API of DRS spells it, or as the rest of the table does. */
  private static Option<String> instance(StoredItem properties) {
    return properties
        .text("launchIntoEC2InstanceID")
        .orElse(() -> properties.text("launchIntoEc2InstanceId"));
  }
}
