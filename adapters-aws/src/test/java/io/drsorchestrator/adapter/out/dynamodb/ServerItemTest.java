package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.server.SampleServers.everythingAboutALaunch;
import static io.drsorchestrator.domain.server.SampleServers.serverId;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.server.Server;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An element of {@code serverStatuses}, field by field as contract 2.6 has it. */
class ServerItemTest {

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue seconds(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  @Test
  void of_which_nothing_is_known_has_empty_texts_and_no_time() {
    assertThat(ServerItem.write(Server.awaiting(serverId(0, 1))).m())
        .isEqualTo(
            Map.of(
                "sourceServerId", text("s-0-1"),
                "serverName", text("s-0-1"),
                "hostname", text(""),
                "launchStatus", text("PENDING"),
                "instanceId", text(""),
                "privateIp", text(""),
                "instanceType", text(""),
                "launchTime", seconds(0)));
  }

  @Test
  void has_everything_that_drs_and_ec2_have_told() {
    var server = Server.awaiting(serverId(0, 1)).join(everythingAboutALaunch(), NOON);

    assertThat(ServerItem.write(server).m())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("sourceServerId", text("s-0-1")),
                Map.entry("serverName", text("web-1")),
                Map.entry("hostname", text("ip-10-0-0-10")),
                Map.entry("launchStatus", text("LAUNCHED")),
                Map.entry("launchTime", seconds(NOON.getEpochSecond() + 60)),
                Map.entry("instanceId", text("i-0recovery0000001")),
                Map.entry("recoveryInstanceId", text("i-0recovery0000001")),
                Map.entry("privateIp", text("10.0.0.10")),
                Map.entry("instanceType", text("m5.large")),
                Map.entry("instanceState", text("running")),
                Map.entry("ipAddress", text("192.0.2.10")),
                Map.entry("sourceInstanceId", text("i-0source000000001")),
                Map.entry("error", text("a warning"))));
  }
}
