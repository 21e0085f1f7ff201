package io.drsorchestrator.adapter.out.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Launch settings as several versions of the editor have left them in the table. */
class LaunchSettingsItemTest {

  private static final SourceServerId SERVER = new SourceServerId("s-1");
  private static final AttributeValue GROUP =
      Attributes.map(
          Map.of(
              "instanceType", Attributes.text("m5.large"),
              "subnetId", Attributes.text("subnet-1"),
              "staticPrivateIp", Attributes.text("10.0.0.1"),
              "launchIntoInstanceProperties",
                  Attributes.map(Map.of("launchIntoEC2InstanceID", Attributes.text("i-1")))));

  private static GroupLaunchSettings read(Map<String, AttributeValue> item) {
    return LaunchSettingsItem.read(new StoredItem(item));
  }

  private static AttributeValue server(boolean useGroupDefaults) {
    return Attributes.map(
        Map.of(
            "sourceServerId", Attributes.text("s-1"),
            "useGroupDefaults", Attributes.flag(useGroupDefaults),
            "launchTemplate",
                Attributes.map(
                    Map.of(
                        "instanceType", Attributes.text("r5.large"),
                        "subnetId", Attributes.NULL,
                        "bootMode", Attributes.text("UEFI")))));
  }

  @Test
  void a_group_without_settings_has_none() {
    assertThat(read(Map.of())).isEqualTo(GroupLaunchSettings.NONE);
    assertThat(read(Map.of("launchConfig", Attributes.NULL))).isEqualTo(GroupLaunchSettings.NONE);
  }

  @Test
  void nulls_and_empty_texts_leave_a_setting_open() {
    var nothing =
        Map.of(
            "instanceType", Attributes.text(""),
            "subnetId", Attributes.NULL,
            "securityGroupIds", Attributes.list(List.of(Attributes.text(""))),
            "licensing", Attributes.map(Map.of()),
            "launchIntoInstanceProperties", Attributes.map(Map.of()),
            "bootMode", Attributes.text("UEFI"));

    assertThat(read(Map.of("launchConfig", Attributes.map(nothing))).common())
        .isEqualTo(LaunchSettings.NONE);
  }

  @Test
  void a_server_that_uses_the_settings_of_the_group_has_none_of_its_own() {
    assertThat(read(servers(server(true))).own()).isEmpty();
  }

  private static Map<String, AttributeValue> servers(AttributeValue server) {
    return Map.of("launchConfig", GROUP, "servers", Attributes.list(List.of(server)));
  }

  @Test
  void a_server_of_its_own_kind_takes_over_what_it_leaves_open_but_nobodys_address() {
    var own = read(servers(server(false))).own().get(SERVER).get();

    assertThat(own.template().instanceType()).containsExactly("r5.large");
    assertThat(own.template().subnetId()).containsExactly("subnet-1");
    assertThat(own.template().staticPrivateIp()).isEmpty();
    assertThat(own.drs().launchIntoInstanceId()).isEmpty();
  }

  /** It is the one that has a right to the address. */
  @Test
  void an_address_of_its_own_is_kept_however_many_servers_there_are() {
    var server =
        Attributes.map(
            Map.of(
                "sourceServerId", Attributes.text("s-1"),
                "useGroupDefaults", Attributes.flag(false),
                "launchTemplate",
                    Attributes.map(Map.of("staticPrivateIp", Attributes.text("10.0.0.9")))));
    var others = Vector.of(SERVER, new SourceServerId("s-2"), new SourceServerId("s-3"));

    var settings = read(servers(server)).of(others);

    assertThat(settings.head().settings().template().staticPrivateIp()).containsExactly("10.0.0.9");
    assertThat(settings.tail())
        .allMatch(one -> one.settings().template().staticPrivateIp().isEmpty());
  }
}
