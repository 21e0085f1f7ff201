package io.drsorchestrator.local.races;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A DRS that has nothing against any launch. */
final class CalmAdmission implements LaunchAdmission {

  @Override
  public Vector<ActiveJob> activeJobs(DrsScope scope) {
    return Vector.empty();
  }

  @Override
  public Map<SourceServerId, Replication> replication(
      DrsScope scope, Vector<SourceServerId> servers) {
    return servers.toMap(
        server -> server,
        server -> new Replication("host", "CONTINUOUS", Option.none(), Option.none()));
  }

  @Override
  public Map<SourceServerId, String> liveInstances(DrsScope scope, Vector<SourceServerId> servers) {
    return HashMap.empty();
  }
}
