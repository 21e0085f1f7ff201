package io.drsorchestrator.application.create;

import io.drsorchestrator.application.create.HeldServers.Held;
import io.drsorchestrator.application.create.ServerConflict.InExecution;
import io.drsorchestrator.application.create.ServerConflict.InJob;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Which servers of a plan are in use (contract 3.3, check 5). */
final class ServerConflicts {

  private ServerConflicts() {}

  static Option<StartRefusal> among(Vector<LaunchFacts> regions, Vector<Held> held) {
    var inExecutions = inExecutions(regions, held.groupBy(Held::server));
    var inJobs = regions.flatMap(ServerConflicts::inJobs);
    return Option.when(
        inExecutions.nonEmpty() || inJobs.nonEmpty(),
        () -> new ServerConflict(inExecutions, inJobs));
  }

  private static Vector<InExecution> inExecutions(
      Vector<LaunchFacts> regions, Map<SourceServerId, Vector<Held>> held) {
    return regions
        .flatMap(LaunchFacts::waves)
        .flatMap(
            wave ->
                wave.servers()
                    .flatMap(server -> held.get(server).getOrElse(Vector.empty()))
                    .map(one -> inExecution(wave, one)));
  }

  private static InExecution inExecution(TargetWave wave, Held held) {
    return new InExecution(
        held.server(),
        wave.plan().name(),
        held.execution().key(),
        held.execution().status(),
        held.waveName());
  }

  private static Vector<InJob> inJobs(LaunchFacts region) {
    var launches = region.jobs().filter(ActiveJob::isLaunch);
    return region
        .waves()
        .flatMap(
            wave ->
                wave.servers()
                    .flatMap(
                        server ->
                            launches
                                .filter(job -> launches(region, job, server))
                                .map(job -> inJob(wave, job, server))));
  }

  /** A job names its servers only after a while; the server itself knows its job from the start. */
  private static boolean launches(LaunchFacts region, ActiveJob job, SourceServerId server) {
    return job.servers().containsKey(server)
        || region.replication().get(server).exists(s -> s.lastLaunch().contains(job.job()));
  }

  private static InJob inJob(TargetWave wave, ActiveJob job, SourceServerId server) {
    return new InJob(
        server,
        wave.plan().name(),
        job.job(),
        job.status(),
        job.servers().get(server).getOrElse("PENDING"));
  }
}
