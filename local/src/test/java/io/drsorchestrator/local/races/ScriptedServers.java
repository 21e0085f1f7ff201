package io.drsorchestrator.local.races;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What DRS and EC2 tell of servers: sometimes everything, sometimes nothing. */
final class ScriptedServers implements RecoveryServers {

  private final Schedule schedule;

  ScriptedServers(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags) {
    return Vector.empty();
  }

  @Override
  public Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids) {
    return sometimes(
        ids.toMap(
            id -> id,
            id ->
                new SourceMachine(
                    Option.some("name of " + id.value()), Option.some("10.0.0.1"), Option.none())));
  }

  @Override
  public Map<SourceServerId, Recovered> recovered(
      DrsScope scope, JobId job, Vector<SourceServerId> ids) {
    return sometimes(ids.toMap(id -> id, id -> new Recovered("i-" + id.value(), instance())));
  }

  @Override
  public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> ids) {
    return sometimes(ids.toMap(id -> id, id -> instance()));
  }

  private static RecoveryInstance instance() {
    return new RecoveryInstance(
        Option.some("10.1.0.1"),
        Option.some("host"),
        Option.some("t3.large"),
        Option.some("running"),
        Option.none());
  }

  private <K, V> Map<K, V> sometimes(Map<K, V> answer) {
    return schedule.happens(400) ? HashMap.empty() : answer;
  }
}
