package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.adapter.out.dynamodb.Attributes.text;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.time;

import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An element of {@code serverStatuses} (contract 2.6). */
final class ServerItem {

  private ServerItem() {}

  static AttributeValue write(Server server) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("sourceServerId", text(server.id().value()));
    item.put("serverName", text(server.name(), TextBounds.SERVER_NAME));
    item.put("launchStatus", text(server.launchStatus().name(), TextBounds.WORD));
    item.put("launchTime", time(server.launchTime().getOrElse(Instant.EPOCH)));
    item.put("instanceId", text(server.instanceId(), TextBounds.AWS_ID));
    item.put("privateIp", text(server.instance().privateIp(), TextBounds.ADDRESS));
    item.put("hostname", text(server.instance().hostname(), TextBounds.HOSTNAME));
    item.put("instanceType", text(server.instance().instanceType(), TextBounds.WORD));
    putKnown(item, "recoveryInstanceId", server.instanceId(), TextBounds.AWS_ID);
    putKnown(item, "instanceState", server.instance().state(), TextBounds.WORD);
    putKnown(item, "ipAddress", server.source().ipAddress(), TextBounds.ADDRESS);
    putKnown(item, "sourceInstanceId", server.source().instanceId(), TextBounds.AWS_ID);
    putKnown(item, "error", server.error(), TextBounds.SERVER_ERROR);
    return Attributes.map(item);
  }

  private static void putKnown(
      Map<String, AttributeValue> item, String name, Option<String> value, int bytes) {
    value.forEach(known -> item.put(name, text(known, bytes)));
  }

  static Option<Server> read(StoredItem item) {
    return item.text("sourceServerId").map(id -> read(new SourceServerId(id), item));
  }

  private static Server read(SourceServerId id, StoredItem item) {
    return new Server(
        id,
        item.text("launchStatus").map(LaunchStatus::new).getOrElse(LaunchStatus.PENDING),
        item.time("launchTime"),
        item.text("instanceId").orElse(item.text("recoveryInstanceId")),
        new SourceMachine(
            item.text("serverName").filter(name -> !name.equals(id.value())),
            item.text("ipAddress"),
            item.text("sourceInstanceId")),
        new RecoveryInstance(
            item.text("privateIp"),
            item.text("hostname"),
            item.text("instanceType"),
            item.text("instanceState"),
            Option.none()),
        item.text("error"));
  }
}
