package io.drsorchestrator.local.aws.ec2;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.AwsLocation;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.drs.InstanceState;
import io.drsorchestrator.local.aws.drs.RecoveryInstance;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A reservation with its one instance, by the XML names of EC2. */
final class ReservationXml {

  private ReservationXml() {}

  static ObjectNode of(RecoveryInstance instance, Instant now) {
    ObjectNode reservation = Json.object();
    reservation.put("reservationId", instance.id().replaceFirst("i-", "r-"));
    reservation.put("ownerId", instance.location().accountId());
    reservation.putArray("groupSet");
    reservation.putArray("instancesSet").add(instance(instance, now));
    return reservation;
  }

  private static ObjectNode instance(RecoveryInstance instance, Instant now) {
    InstanceState state = instance.stateAt(now);
    boolean gone = state == InstanceState.TERMINATED;
    boolean hasName = !gone && state != InstanceState.PENDING;
    ObjectNode xml = Json.object();
    xml.put("instanceId", instance.id());
    xml.put("imageId", instance.id().replaceFirst("i-", "ami-"));
    xml.putObject("instanceState").put("code", state.code()).put("name", state.ec2Name());
    xml.put("privateDnsName", hasName ? privateDnsName(instance) : "");
    xml.put("dnsName", "");
    xml.put("instanceType", instance.template().instanceType());
    xml.put("launchTime", Json.date(instance.bornAt()));
    placement(instance.location(), xml);
    if (!gone) {
      xml.put("subnetId", instance.template().subnetId()).put("vpcId", "vpc-00000000000000001");
      xml.put("privateIpAddress", instance.privateIp());
      ArrayNode groups = xml.putArray("groupSet");
      instance
          .template()
          .securityGroupIds()
          .forEach(id -> groups.addObject().put("groupId", id).put("groupName", id));
    }
    instance
        .template()
        .instanceProfile()
        .ifPresent(name -> xml.putObject("iamInstanceProfile").put("arn", profile(instance, name)));
    xml.put("architecture", "x86_64");
    tags(instance.tags(), xml);
    return xml;
  }

  private static String profile(RecoveryInstance instance, String name) {
    return "arn:aws:iam::" + instance.location().accountId() + ":instance-profile/" + name;
  }

  private static void placement(AwsLocation location, ObjectNode xml) {
    ObjectNode placement = xml.putObject("placement");
    placement.put("availabilityZone", location.region() + "a");
    placement.put("tenancy", "default");
  }

  private static void tags(Map<String, String> tags, ObjectNode xml) {
    ArrayNode set = xml.putArray("tagSet");
    new TreeMap<>(tags)
        .forEach((key, value) -> set.addObject().put("key", key).put("value", value));
  }

  private static String privateDnsName(RecoveryInstance instance) {
    String region = instance.location().region();
    String domain = region.equals("us-east-1") ? "ec2.internal" : region + ".compute.internal";
    return "ip-" + instance.privateIp().replace('.', '-') + "." + domain;
  }
}
