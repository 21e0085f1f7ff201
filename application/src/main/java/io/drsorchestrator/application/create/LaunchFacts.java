package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** What DRS says, in one account and Region, about the waves of a plan that run there (D24). */
record LaunchFacts(
    DrsScope scope,
    Vector<TargetWave> waves,
    Vector<ActiveJob> jobs,
    Map<SourceServerId, Replication> replication) {

  /** Of every Region of the plan, in the order of its waves. */
  static Vector<LaunchFacts> ask(LaunchAdmission admission, Vector<TargetWave> waves) {
    return waves
        .map(TargetWave::scope)
        .distinct()
        .map(scope -> ask(admission, scope, waves.filter(wave -> wave.scope().equals(scope))));
  }

  private static LaunchFacts ask(
      LaunchAdmission admission, DrsScope scope, Vector<TargetWave> waves) {
    return new LaunchFacts(
        scope, waves, admission.activeJobs(scope), admission.replication(scope, servers(waves)));
  }

  Vector<SourceServerId> servers() {
    return servers(waves);
  }

  private static Vector<SourceServerId> servers(Vector<TargetWave> waves) {
    return waves.flatMap(TargetWave::servers).distinct();
  }

  int serversInJobs() {
    return jobs.map(job -> job.servers().size()).sum().intValue();
  }

  int largestWave() {
    return waves.map(wave -> wave.servers().size()).max().getOrElse(0);
  }
}
