package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.template.TemplateVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What DRS launches by: the default version of the server's launch template.
 *
 * @param privateIp of the first network interface, if the template fixes one
 */
public record ServerTemplate(
    String instanceType,
    String subnetId,
    List<String> securityGroupIds,
    Optional<String> instanceProfile,
    Optional<String> privateIp) {

  static final String SUBNET = "subnet-00000000000000001";
  private static final String CARD = "NetworkInterface.1";

  /** What DRS puts into a new template. */
  static Map<String, String> initial(SourceServer server) {
    return Map.ofEntries(
        Map.entry("InstanceType", server.machine().instanceType()),
        Map.entry("EbsOptimized", "true"),
        Map.entry("BlockDeviceMapping.1.DeviceName", "/dev/sda1"),
        Map.entry("BlockDeviceMapping.1.Ebs.VolumeType", "gp3"),
        Map.entry(CARD + ".DeviceIndex", "0"),
        Map.entry(CARD + ".SubnetId", SUBNET),
        Map.entry(CARD + ".SecurityGroupId.1", "sg-00000000000000001"),
        Map.entry(CARD + ".AssociatePublicIpAddress", "false"),
        Map.entry(CARD + ".DeleteOnTermination", "true"),
        Map.entry("TagSpecification.1.ResourceType", "instance"),
        Map.entry("TagSpecification.1.Tag.1.Key", "AWSElasticDisasterRecoverySourceServerID"),
        Map.entry("TagSpecification.1.Tag.1.Value", server.sourceServerId()));
  }

  static ServerTemplate of(TemplateVersion version) {
    return new ServerTemplate(
        version.find("InstanceType").orElse(""),
        version.find(CARD + ".SubnetId").orElse(SUBNET),
        version.list(CARD + ".SecurityGroupId"),
        version.find("IamInstanceProfile.Name"),
        version.find(CARD + ".PrivateIpAddress"));
  }
}
