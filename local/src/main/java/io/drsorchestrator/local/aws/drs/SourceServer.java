package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.AwsLocation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A server that is replicated to AWS, as it is registered with DRS. */
public record SourceServer(
    AwsLocation location,
    String sourceServerId,
    Map<String, String> tags,
    Identity identity,
    Machine machine,
    ReplicationState replicationState,
    Duration lag) {

  /** By what names the server is known. */
  public record Identity(
      String name,
      String hostname,
      String fqdn,
      String ipAddress,
      Optional<String> awsInstanceId) {}

  /** What the server is made of, and what it should become. */
  public record Machine(String instanceType, int cpus, long ramBytes, String os) {}

  /** The value of the tag Name. */
  public String name() {
    return identity.name();
  }

  /** The same server with another state of replication. */
  public SourceServer replicating(ReplicationState state) {
    return new SourceServer(location, sourceServerId, tags, identity, machine, state, lag);
  }

  String arn() {
    return location.arn("drs", "source-server/" + sourceServerId);
  }
}
