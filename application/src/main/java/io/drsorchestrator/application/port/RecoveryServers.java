package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** What DRS and EC2 know of servers and their recovery instances (FR-3). */
public interface RecoveryServers {

  /** The source servers that carry all of {@code tags}. */
  Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags);

  /** DRS DescribeSourceServers. */
  Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids);

  /** DRS DescribeRecoveryInstances: what {@code job} has launched of each server. */
  Map<SourceServerId, Recovered> recovered(DrsScope scope, JobId job, Vector<SourceServerId> ids);

  /** EC2 DescribeInstances; an id that EC2 does not know yet is left out. */
  Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> instanceIds);

  /** A recovery instance, as far as DRS and the agent on it tell: EC2 knows it better. */
  record Recovered(String instanceId, RecoveryInstance instance) {}
}
