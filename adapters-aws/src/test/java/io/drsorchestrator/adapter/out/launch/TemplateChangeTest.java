package io.drsorchestrator.adapter.out.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/** What a new version of a launch template says: what differs, and nothing else. */
class TemplateChangeTest {

  private static final ResponseLaunchTemplateData CURRENT =
      ResponseLaunchTemplateData.builder()
          .instanceType("m5.large")
          .keyName("key")
          .iamInstanceProfile(p -> p.arn("arn:aws:iam::111122223333:instance-profile/Profile"))
          .networkInterfaces(
              LaunchTemplateInstanceNetworkInterfaceSpecification.builder()
                  .deviceIndex(0)
                  .subnetId("subnet-1")
                  .groups("sg-1", "sg-2")
                  .deleteOnTermination(true)
                  .build(),
              LaunchTemplateInstanceNetworkInterfaceSpecification.builder()
                  .deviceIndex(1)
                  .subnetId("subnet-9")
                  .build())
          .build();

  private static OfTemplate wanted(String type, String subnet, List<String> groups) {
    return new OfTemplate(
        Option.of(type), Option.of(subnet), Vector.ofAll(groups), Option.none(), Option.none());
  }

  private static TemplateChange change(OfTemplate wanted) {
    return new TemplateChange(CURRENT, wanted);
  }

  @Test
  void what_is_as_wanted_needs_no_version() {
    var same =
        new OfTemplate(
            Option.some("m5.large"),
            Option.some("subnet-1"),
            Vector.of("sg-2", "sg-1"),
            Option.some("Profile"),
            Option.none());

    assertThat(change(same).isEmpty()).as("groups have no order, a profile has a name").isTrue();
  }

  @Test
  void another_instance_type_is_said_alone() {
    var data = change(wanted("r5.large", "subnet-1", List.of("sg-1", "sg-2"))).data();

    assertThat(data.instanceTypeAsString()).isEqualTo("r5.large");
    assertThat(data.hasNetworkInterfaces()).isFalse();
    assertThat(data.iamInstanceProfile()).isNull();
    assertThat(data.keyName()).isNull();
  }

  @Test
  void another_subnet_says_all_interfaces_again() {
    var data = change(wanted("m5.large", "subnet-2", List.of())).data();

    assertThat(data.instanceType()).isNull();
    assertThat(data.networkInterfaces()).hasSize(2);
    var primary = data.networkInterfaces().get(0);
    assertThat(primary.subnetId()).isEqualTo("subnet-2");
    assertThat(primary.groups()).containsExactly("sg-1", "sg-2");
    assertThat(primary.deleteOnTermination()).isTrue();
    assertThat(data.networkInterfaces().get(1).subnetId()).isEqualTo("subnet-9");
  }

  @Test
  void other_groups_replace_the_old_ones() {
    var data = change(wanted("m5.large", "subnet-1", List.of("sg-3"))).data();

    assertThat(data.networkInterfaces().get(0).groups()).containsExactly("sg-3");
    assertThat(data.networkInterfaces().get(0).subnetId()).isEqualTo("subnet-1");
  }

  @Test
  void another_profile_is_said_by_its_name() {
    var other =
        new OfTemplate(
            Option.none(), Option.none(), Vector.empty(), Option.some("file"), Option.none());

    assertThat(change(other).isEmpty()).as("Profile ends in it, but is another one").isFalse();
    assertThat(change(other).data().iamInstanceProfile().name()).isEqualTo("file");
  }

  @Test
  void a_template_without_interfaces_gets_its_first() {
    var bare = ResponseLaunchTemplateData.builder().build();

    var data = new TemplateChange(bare, wanted("m5.large", "subnet-2", List.of("sg-3"))).data();

    assertThat(data.networkInterfaces()).hasSize(1);
    assertThat(data.networkInterfaces().get(0).deviceIndex()).isZero();
    assertThat(data.networkInterfaces().get(0).subnetId()).isEqualTo("subnet-2");
  }
}
