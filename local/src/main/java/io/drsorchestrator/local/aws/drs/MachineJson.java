package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Json;

/** What source servers and recovery instances report alike about the machine. */
final class MachineJson {

  private static final long DISK_BYTES = 100L << 30;

  private MachineJson() {}

  static ObjectNode of(SourceServer server, String ip) {
    SourceServer.Identity identity = server.identity();
    ObjectNode json = Json.object();
    ObjectNode hints = json.putObject("identificationHints");
    hints.put("hostname", identity.hostname());
    hints.put("fqdn", identity.fqdn());
    identity.awsInstanceId().ifPresent(id -> hints.put("awsInstanceID", id));
    ObjectNode network = json.putArray("networkInterfaces").addObject();
    network.put("macAddress", "02:00:00:00:00:01").put("isPrimary", true);
    network.putArray("ips").add(ip);
    json.putArray("disks").addObject().put("deviceName", "/dev/sda").put("bytes", DISK_BYTES);
    ObjectNode cpu = json.putArray("cpus").addObject();
    cpu.put("cores", server.machine().cpus()).put("modelName", "Simulated CPU");
    json.put("ramBytes", server.machine().ramBytes());
    json.putObject("os").put("fullString", server.machine().os());
    return json;
  }
}
