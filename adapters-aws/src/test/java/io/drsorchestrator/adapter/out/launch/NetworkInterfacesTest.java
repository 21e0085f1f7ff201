package io.drsorchestrator.adapter.out.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.utils.builder.Buildable;

class NetworkInterfacesTest {

  /** Told of an address and not taken: the interface itself says whether it has a primary one. */
  private static final String TOLD_ONLY = "IsPrimaryIpv6";

  /** Also the fields that come with the next SDK: they are found by reflection. */
  @Test
  void no_field_of_a_network_interface_is_lost() {
    var builder = LaunchTemplateInstanceNetworkInterfaceSpecification.builder();
    fill(builder);
    var full = builder.build();

    assertThat(values(full)).hasSizeGreaterThanOrEqualTo(23).doesNotContainValue(Map.of());
    assertThat(values(NetworkInterfaces.copied(full)))
        .containsExactlyInAnyOrderEntriesOf(values(full));
  }

  @Test
  void a_field_that_is_not_set_stays_unset() {
    var card =
        LaunchTemplateInstanceNetworkInterfaceSpecification.builder().subnetId("subnet-1").build();

    assertThat(values(NetworkInterfaces.copied(card)))
        .containsExactly(Map.entry("SubnetId", "subnet-1"));
  }

  private static void fill(SdkPojo builder) {
    builder.sdkFields().forEach(field -> field.set(builder, value(field)));
  }

  private static Object value(SdkField<?> field) {
    var type = field.marshallingType();
    if (type.equals(MarshallingType.LIST)) {
      return List.of(value(field.getTrait(ListTrait.class).memberFieldInfo()));
    }
    if (type.equals(MarshallingType.SDK_POJO)) {
      var inner = field.constructor().get();
      fill(inner);
      return ((Buildable) inner).build();
    }
    return type.equals(MarshallingType.STRING)
        ? "a text"
        : type.equals(MarshallingType.INTEGER) ? (Object) 7 : true;
  }

  private static Map<String, Object> values(SdkPojo shape) {
    var values = new LinkedHashMap<String, Object>();
    for (var field : shape.sdkFields()) {
      var value = field.getValueOrDefault(shape);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !field.memberName().equals(TOLD_ONLY)) {
        values.put(field.memberName(), comparable(value));
      }
    }
    return values;
  }

  private static Object comparable(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(NetworkInterfacesTest::comparable).toList();
    }
    return value instanceof SdkPojo inner ? values(inner) : value;
  }
}
