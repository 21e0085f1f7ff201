package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What DRS says before a launch, as far as it says anything: what it leaves open is a finding, and
 * nothing is concluded from it.
 */
final class TolerantAdmission implements LaunchAdmission {

  /** Nobody could say. */
  private static final Replication NOT_TOLD = new Replication("", "", Option.none(), Option.none());

  private final LaunchAdmission admission;
  private final Findings findings;

  TolerantAdmission(LaunchAdmission admission, Findings findings) {
    this.admission = admission;
    this.findings = findings;
  }

  @Override
  public Vector<ActiveJob> activeJobs(DrsScope scope) {
    return findings.ask(() -> admission.activeJobs(scope), Vector.empty());
  }

  /** A server that is left out would count as one that DRS does not know. */
  @Override
  public Map<SourceServerId, Replication> replication(
      DrsScope scope, Vector<SourceServerId> servers) {
    return findings.ask(
        () -> admission.replication(scope, servers),
        servers.toLinkedMap(server -> server, server -> NOT_TOLD));
  }

  /** No start depends on it: whoever asks has to live without an answer. */
  @Override
  public Map<SourceServerId, String> liveInstances(DrsScope scope, Vector<SourceServerId> servers) {
    return admission.liveInstances(scope, servers);
  }
}
