package io.drsorchestrator.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.launch.AwsLaunchConfigurations;
import io.drsorchestrator.application.contract.LaunchConfigurationsContract;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.template.LaunchTemplate;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The adapter on the real SDK clients and the simulated DRS and EC2. */
final class LaunchConfigurationsAdapterContractTest extends LaunchConfigurationsContract {

  private static final AwsLocation HERE = new AwsLocation("111122223333", "us-east-1");
  private static final LaunchSettings SUBNET =
      new LaunchSettings(
          LaunchSettings.NONE.drs(),
          new OfTemplate(
              Option.none(),
              Option.some("subnet-0000000000000000f"),
              Vector.empty(),
              Option.none(),
              Option.none()));

  private final RunningAws aws = RunningAws.withServers(2);
  private final LaunchConfigurations configurations =
      new AwsLaunchConfigurations(scope -> aws.drs(), scope -> aws.ec2());

  @AfterEach
  void stop() {
    aws.close();
  }

  @Override
  protected LaunchConfigurations configurations() {
    return configurations;
  }

  /** There are two servers, and nobody has ever known a third one. */
  @Override
  protected void forget(SourceServerId server) {}

  /** From what DRS and EC2 hold, not from what the adapter reads. */
  @Override
  protected LaunchSettings settingsOf(SourceServerId server) {
    var drs = aws.drs().getLaunchConfiguration(r -> r.sourceServerID(server.value()));
    var version = template(server).defaultVersion();
    return new LaunchSettings(
        new OfDrs(
            Option.of(drs.copyPrivateIp()),
            Option.of(drs.copyTags()),
            Option.of(drs.licensing().osByol()),
            Option.of(drs.targetInstanceTypeRightSizingMethodAsString()),
            Option.of(drs.launchDispositionAsString()),
            Option.of(drs.postLaunchEnabled()),
            Option.of(drs.launchIntoInstanceProperties().launchIntoEC2InstanceID())),
        new OfTemplate(
            Option.ofOptional(version.find("InstanceType")),
            Option.ofOptional(version.find("NetworkInterface.1.SubnetId")),
            Vector.ofAll(version.list("NetworkInterface.1.SecurityGroupId")),
            Option.ofOptional(version.find("IamInstanceProfile.Name")),
            Option.ofOptional(version.find("NetworkInterface.1.PrivateIpAddress"))));
  }

  private LaunchTemplate template(SourceServerId server) {
    return aws.aws().launchTemplate(HERE, server.value());
  }

  private void ensure(LaunchSettings settings) {
    var unused = configurations.ensure(SCOPE, server(1), settings);
  }

  /** The old system made a version without a source (D27). */
  @Test
  void a_new_version_keeps_everything_else_of_the_template() {
    var before = template(server(1)).defaultVersion().data();

    ensure(SUBNET);

    var expected = new java.util.TreeMap<>(before);
    expected.put("NetworkInterface.1.SubnetId", "subnet-0000000000000000f");
    assertThat(template(server(1)).defaultVersion().data())
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void the_other_network_interfaces_are_kept_as_well() {
    var template = template(server(1));
    template.makeDefault(
        template.add(
            template.defaultVersion(),
            "somebody's",
            Map.of(
                "NetworkInterface.1.DeviceIndex", "1",
                "NetworkInterface.1.SubnetId", "subnet-0000000000000000b",
                "NetworkInterface.1.Ipv6Addresses.1.Ipv6Address", "2001:db8::1",
                "NetworkInterface.2.DeviceIndex", "0",
                "NetworkInterface.2.SubnetId", "subnet-0000000000000000c",
                "NetworkInterface.2.Description", "primary")));

    ensure(SUBNET);

    assertThat(template(server(1)).defaultVersion().data())
        .containsEntry("NetworkInterface.1.DeviceIndex", "1")
        .containsEntry("NetworkInterface.1.SubnetId", "subnet-0000000000000000b")
        .containsEntry("NetworkInterface.1.Ipv6Addresses.1.Ipv6Address", "2001:db8::1")
        .containsEntry("NetworkInterface.2.SubnetId", "subnet-0000000000000000f")
        .containsEntry("NetworkInterface.2.Description", "primary");
  }

  /** DRS launches the default version, which need not be the newest. */
  @Test
  void a_new_version_is_based_on_the_default_and_not_on_the_newest() {
    var template = template(server(1));
    template.add(template.defaultVersion(), "a draft", Map.of("InstanceType", "x1.32xlarge"));

    ensure(SUBNET);

    assertThat(template(server(1)).defaultVersion().data())
        .containsEntry("InstanceType", "m5.large")
        .containsEntry("NetworkInterface.1.SubnetId", "subnet-0000000000000000f");
  }

  /** DRS makes a version of its own when it is updated: ours must be based on that one. */
  @Test
  void what_drs_keeps_is_set_first() {
    ensure(
        new LaunchSettings(
            new OfDrs(
                Option.some(true),
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none()),
            SUBNET.template()));

    assertThat(template(server(1)).versions())
        .extracting(version -> version.description())
        .containsExactly(
            "", "Updated by DRS", "Launch settings of the protection group, by drs-orchestrator");
    assertThat(template(server(1)).defaultVersion().number()).isEqualTo(3);
  }

  @Test
  void repeating_it_costs_two_looks_and_makes_no_version() {
    ensure(SUBNET);
    ensure(SUBNET);

    assertThat(template(server(1)).versions()).hasSize(2);
    assertThat(aws.aws().calls("drs", "UpdateLaunchConfiguration")).isZero();
    assertThat(aws.aws().calls("ec2", "CreateLaunchTemplateVersion")).isEqualTo(1);
    assertThat(aws.aws().calls("drs", "GetLaunchConfiguration")).isEqualTo(2);
    assertThat(aws.aws().calls("ec2", "DescribeLaunchTemplateVersions")).isEqualTo(2);
  }

  /** EC2 stores what cannot be launched, and warns. */
  @Test
  void a_version_that_cannot_be_launched_does_not_become_the_default() {
    var wrong =
        new LaunchSettings(
            LaunchSettings.NONE.drs(),
            new OfTemplate(
                Option.none(),
                Option.some("no-subnet"),
                Vector.empty(),
                Option.none(),
                Option.none()));

    assertThatThrownBy(() -> ensure(wrong))
        .isInstanceOf(AwsRefusedException.class)
        .hasMessageContaining("no-subnet");
    assertThat(template(server(1)).defaultVersion().number()).isEqualTo(1);
  }
}
