package io.drsorchestrator.adapter.out.launch;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Network interfaces of a launch template as EC2 tells them, said again. EC2 has one shape for each
 * direction; they are copied field by field by their names, so that a field that comes with a newer
 * SDK is not lost.
 */
final class NetworkInterfaces {

  private NetworkInterfaces() {}

  static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest copied(
      LaunchTemplateInstanceNetworkInterfaceSpecification card) {
    var copy = LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder();
    copy(card, copy);
    return copy.build();
  }

  /** What EC2 tells and does not take is not a setting, such as which IPv6 address is primary. */
  private static void copy(SdkPojo from, SdkPojo to) {
    for (var field : from.sdkFields()) {
      var value = field.getValueOrDefault(from);
      if (value != null && !(value instanceof SdkAutoConstructList)) {
        field(to, field.memberName()).forEach(target -> target.set(to, converted(value, target)));
      }
    }
  }

  private static Option<SdkField<?>> field(SdkPojo shape, String name) {
    return Vector.ofAll(shape.sdkFields()).find(field -> field.memberName().equals(name));
  }

  private static Object converted(Object value, SdkField<?> target) {
    if (value instanceof SdkPojo inner) {
      return copy(inner, target);
    }
    return value instanceof List<?> list ? list(list, target) : value;
  }

  private static List<Object> list(List<?> values, SdkField<?> target) {
    var element = target.getTrait(ListTrait.class).memberFieldInfo();
    return Vector.<Object>ofAll(values).map(value -> converted(value, element)).asJava();
  }

  private static Object copy(SdkPojo inner, SdkField<?> target) {
    var builder = target.constructor().get();
    copy(inner, builder);
    return ((Buildable) builder).build();
  }
}
