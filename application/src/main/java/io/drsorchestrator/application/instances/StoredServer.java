package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A server of a wave as it is stored (contract 2.6). */
record StoredServer(SourceServerId id, Document document) {

  static Option<StoredServer> read(Document document) {
    return document
        .firstText("sourceServerId", "serverId")
        .map(id -> new StoredServer(new SourceServerId(id), document));
  }

  Option<String> name() {
    return document.firstText("serverName", "hostname");
  }

  Option<String> launchStatus() {
    return document.firstText("launchStatus", "status");
  }

  /** The ids of the instance that the server was recovered to. */
  Vector<String> instanceIds() {
    return Vector.of("recoveryInstanceId", "instanceId", "recoveredInstanceId", "ec2InstanceId")
        .flatMap(document::text);
  }
}
