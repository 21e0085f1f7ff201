package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.Servers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.GetLaunchConfigurationResponse;
import software.amazon.awssdk.services.drs.model.LaunchDisposition;
import software.amazon.awssdk.services.drs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.drs.model.TargetInstanceTypeRightSizingMethod;
import software.amazon.awssdk.services.drs.model.ValidationException;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;

class ConfiguringLaunchesTest {

  private final RunningAws aws =
      RunningAws.with(
          b ->
              b.sourceServers(
                  Servers.parse(
                      "[{'sourceServerId':'"
                          + id(1)
                          + "','name':'db01','ipAddress':'192.168.7.7','tags':{'tier':'db'}}]")));
  private final DrsClient drs = aws.drs();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void a_server_starts_with_the_default_configuration() {
    GetLaunchConfigurationResponse configuration =
        drs.getLaunchConfiguration(r -> r.sourceServerID(id(1)));

    assertThat(configuration.name()).isEqualTo("db01");
    assertThat(configuration.launchDisposition()).isEqualTo(LaunchDisposition.STARTED);
    assertThat(configuration.targetInstanceTypeRightSizingMethod())
        .isEqualTo(TargetInstanceTypeRightSizingMethod.BASIC);
    assertThat(configuration.ec2LaunchTemplateID()).matches("lt-[0-9a-f]{17}");
    assertThat(configuration.licensing().osByol()).isFalse();
  }

  @Test
  void an_update_changes_what_it_names_and_nothing_else() {
    drs.updateLaunchConfiguration(
        r -> r.sourceServerID(id(1)).copyTags(true).licensing(l -> l.osByol(true)));

    var configuration = drs.getLaunchConfiguration(r -> r.sourceServerID(id(1)));
    assertThat(configuration.copyTags()).isTrue();
    assertThat(configuration.licensing().osByol()).isTrue();
    assertThat(configuration.copyPrivateIp()).isFalse();
    assertThat(configuration.launchDisposition()).isEqualTo(LaunchDisposition.STARTED);
  }

  @Test
  void unknown_servers_and_words_are_refused() {
    assertThatThrownBy(() -> drs.getLaunchConfiguration(r -> r.sourceServerID(id(2))))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                drs.updateLaunchConfiguration(
                    r -> r.sourceServerID(id(1)).launchDisposition("PAUSED")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("launchDisposition");
  }

  @Test
  void a_launch_with_disposition_stopped_leaves_a_stopped_instance() {
    drs.updateLaunchConfiguration(r -> r.sourceServerID(id(1)).launchDisposition("STOPPED"));
    aws.launched(id(1));

    assertThat(drs.describeRecoveryInstances(r -> {}).items().get(0).ec2InstanceStateAsString())
        .isEqualTo("STOPPED");
    assertThat(instance().state().nameAsString()).isEqualTo("stopped");
    assertThat(instance().state().code()).isEqualTo(80);
  }

  @Test
  void a_launch_goes_by_the_default_version_of_the_launch_template() {
    var ec2 = aws.ec2();
    var template = drs.getLaunchConfiguration(r -> r.sourceServerID(id(1))).ec2LaunchTemplateID();
    ec2.createLaunchTemplateVersion(
        r ->
            r.launchTemplateId(template)
                .sourceVersion("1")
                .launchTemplateData(d -> d.instanceType("r5.large")));
    ec2.createLaunchTemplateVersion(
        r ->
            r.launchTemplateId(template)
                .sourceVersion("2")
                .launchTemplateData(
                    d -> d.instanceType("x1.32xlarge").iamInstanceProfile(p -> p.name("Draft"))));
    ec2.modifyLaunchTemplate(r -> r.launchTemplateId(template).defaultVersion("2"));
    aws.launched(id(1));

    assertThat(instance().instanceTypeAsString()).isEqualTo("r5.large");
    assertThat(instance().subnetId()).isEqualTo("subnet-00000000000000001");
    assertThat(instance().securityGroups().get(0).groupId()).isEqualTo("sg-00000000000000001");
    assertThat(instance().iamInstanceProfile()).isNull();
  }

  @Test
  void a_new_version_of_a_template_takes_over_what_it_does_not_name() {
    var named =
        LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder()
            .deviceIndex(0)
            .subnetId("subnet-0000000a")
            .build();
    var ec2 = aws.ec2();
    var template = drs.getLaunchConfiguration(r -> r.sourceServerID(id(1))).ec2LaunchTemplateID();
    ec2.createLaunchTemplateVersion(
        r ->
            r.launchTemplateId(template)
                .sourceVersion("$Default")
                .launchTemplateData(d -> d.networkInterfaces(named)));

    var latest =
        ec2.describeLaunchTemplateVersions(r -> r.launchTemplateId(template).versions("$Latest"))
            .launchTemplateVersions()
            .get(0);
    assertThat(latest.versionNumber()).isEqualTo(2);
    assertThat(latest.defaultVersion()).isFalse();
    assertThat(latest.launchTemplateData().instanceTypeAsString()).isEqualTo("m5.large");
    assertThat(latest.launchTemplateData().tagSpecifications().get(0).tags()).hasSize(1);
    var card = latest.launchTemplateData().networkInterfaces().get(0);
    assertThat(card.subnetId()).isEqualTo("subnet-0000000a");
    assertThat(card.groups()).as("a list is replaced as a whole").isEmpty();
  }

  @Test
  void templates_and_versions_that_are_not_there_are_refused() {
    var ec2 = aws.ec2();
    var template = drs.getLaunchConfiguration(r -> r.sourceServerID(id(1))).ec2LaunchTemplateID();

    assertThatThrownBy(
            () ->
                ec2.describeLaunchTemplateVersions(r -> r.launchTemplateId("lt-00000000000000000")))
        .hasMessageContaining("does not exist");
    assertThatThrownBy(
            () -> ec2.modifyLaunchTemplate(r -> r.launchTemplateId(template).defaultVersion("9")))
        .hasMessageContaining("version 9");
  }

  @Test
  void tags_and_private_ip_are_copied_on_request() {
    drs.updateLaunchConfiguration(r -> r.sourceServerID(id(1)).copyTags(true).copyPrivateIp(true));
    aws.launched(id(1));

    assertThat(instance().privateIpAddress()).isEqualTo("192.168.7.7");
    assertThat(instance().tags())
        .anySatisfy(
            tag -> {
              assertThat(tag.key()).isEqualTo("tier");
              assertThat(tag.value()).isEqualTo("db");
            });
  }

  @Test
  void resources_can_be_tagged_and_tags_read() {
    String arn = drs.describeSourceServers(r -> {}).items().get(0).arn();

    drs.tagResource(r -> r.resourceArn(arn).tags(Map.of("wave", "1")));

    assertThat(drs.listTagsForResource(r -> r.resourceArn(arn)).tags())
        .containsOnly(Map.entry("Name", "db01"), Map.entry("tier", "db"), Map.entry("wave", "1"));
    assertThat(drs.describeSourceServers(r -> {}).items().get(0).tags()).containsEntry("wave", "1");
    assertThatThrownBy(() -> drs.listTagsForResource(r -> r.resourceArn(arn + "0")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private Instance instance() {
    return aws.ec2().describeInstances(r -> {}).reservations().get(0).instances().get(0);
  }
}
