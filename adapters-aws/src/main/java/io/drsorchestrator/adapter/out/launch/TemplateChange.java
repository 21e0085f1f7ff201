package io.drsorchestrator.adapter.out.launch;

import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecification;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateInstanceNetworkInterfaceSpecificationRequest;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;

/**
 * What of a launch template has to change. The parts that a new version does not name are taken
 * over from its source; one that it names is replaced as a whole, so that all network interfaces
 * are said again as soon as one of them changes.
 */
final class TemplateChange {

  private static final int PRIMARY = 0;

  private final ResponseLaunchTemplateData current;
  private final OfTemplate wanted;

  TemplateChange(ResponseLaunchTemplateData current, OfTemplate wanted) {
    this.current = current;
    this.wanted = wanted;
  }

  boolean isEmpty() {
    return !changesType() && !changesProfile() && !changesNetwork();
  }

  RequestLaunchTemplateData data() {
    var data = RequestLaunchTemplateData.builder();
    if (changesType()) {
      wanted.instanceType().forEach(type -> data.instanceType(type));
    }
    if (changesProfile()) {
      wanted.instanceProfileName().forEach(name -> data.iamInstanceProfile(p -> p.name(name)));
    }
    if (changesNetwork()) {
      data.networkInterfaces(networkInterfaces().asJava());
    }
    return data.build();
  }

  private boolean changesType() {
    return !wanted.instanceType().forAll(type -> type.equals(current.instanceTypeAsString()));
  }

  private boolean changesProfile() {
    var profile = current.iamInstanceProfile();
    return !wanted
        .instanceProfileName()
        .forAll(
            name ->
                profile != null
                    && (name.equals(profile.name())
                        || (profile.arn() != null && profile.arn().endsWith("/" + name))));
  }

  private boolean changesNetwork() {
    return placesServer() && !primary().exists(this::isAsWanted);
  }

  private boolean placesServer() {
    return wanted.subnetId().isDefined()
        || wanted.securityGroupIds().nonEmpty()
        || wanted.staticPrivateIp().isDefined();
  }

  private Option<LaunchTemplateInstanceNetworkInterfaceSpecification> primary() {
    return Vector.ofAll(current.networkInterfaces()).find(TemplateChange::isPrimary);
  }

  /** An interface without an index is the first one. */
  private static boolean isPrimary(LaunchTemplateInstanceNetworkInterfaceSpecification card) {
    return card.deviceIndex() == null || card.deviceIndex() == PRIMARY;
  }

  private boolean isAsWanted(LaunchTemplateInstanceNetworkInterfaceSpecification card) {
    return wanted.subnetId().forAll(subnet -> subnet.equals(card.subnetId()))
        && (wanted.securityGroupIds().isEmpty()
            || wanted.securityGroupIds().toSet().equals(Vector.ofAll(card.groups()).toSet()))
        && wanted.staticPrivateIp().forAll(address -> address.equals(card.privateIpAddress()));
  }

  private Vector<LaunchTemplateInstanceNetworkInterfaceSpecificationRequest> networkInterfaces() {
    var cards = Vector.ofAll(current.networkInterfaces());
    return primary().isEmpty()
        ? cards.map(NetworkInterfaces::copied).prepend(placed(newPrimary()))
        : cards.map(card -> isPrimary(card) ? placed(copy(card)) : NetworkInterfaces.copied(card));
  }

  private static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder copy(
      LaunchTemplateInstanceNetworkInterfaceSpecification card) {
    return NetworkInterfaces.copied(card).toBuilder();
  }

  private static LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder newPrimary() {
    return LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.builder()
        .deviceIndex(PRIMARY);
  }

  private LaunchTemplateInstanceNetworkInterfaceSpecificationRequest placed(
      LaunchTemplateInstanceNetworkInterfaceSpecificationRequest.Builder card) {
    wanted.subnetId().forEach(card::subnetId);
    wanted.staticPrivateIp().forEach(card::privateIpAddress);
    if (wanted.securityGroupIds().nonEmpty()) {
      card.groups(wanted.securityGroupIds().asJava());
    }
    return card.build();
  }
}
