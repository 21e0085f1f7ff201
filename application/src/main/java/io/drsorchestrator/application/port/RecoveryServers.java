package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** What DRS and EC2 know of servers and their recovery instances (FR-3). */
public interface RecoveryServers {

  /** The source servers that carry all of {@code tags}. */
  Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags);

  /** DRS DescribeSourceServers. */
  Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids);

  /** DRS DescribeRecoveryInstances: the recovery instance id of each server that has one. */
  Map<SourceServerId, String> instanceIds(DrsScope scope, Vector<SourceServerId> ids);

  /** EC2 DescribeInstances; an id that EC2 does not know yet is left out. */
  Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> instanceIds);
}
