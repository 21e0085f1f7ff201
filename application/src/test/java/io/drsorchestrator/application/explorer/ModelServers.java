package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What DRS and EC2 tell about servers: the same whenever they are asked, so no move is lost. */
final class ModelServers implements RecoveryServers {

  @Override
  public Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags) {
    return Vector.empty();
  }

  @Override
  public Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids) {
    return ModelDrs.each(
        ids, id -> new SourceMachine(Option.some("name-of-" + id), Option.none(), Option.none()));
  }

  @Override
  public Map<SourceServerId, Recovered> recovered(
      DrsScope scope, JobId job, Vector<SourceServerId> ids) {
    return ModelDrs.each(ids, id -> new Recovered("i-of-" + id, RecoveryInstance.UNKNOWN));
  }

  @Override
  public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids) {
    return LinkedHashMap.ofEntries(ids.map(id -> Tuple.of(id, instance(id))));
  }

  private static RecoveryInstance instance(String id) {
    return new RecoveryInstance(
        Option.some("10.0.0.1"),
        Option.some("host-of-" + id),
        Option.some("m5.large"),
        Option.some("running"),
        Option.none());
  }
}
