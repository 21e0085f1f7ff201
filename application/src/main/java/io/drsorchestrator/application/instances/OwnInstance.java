package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Option;

/** A recovery instance that a job of the execution launched, and nobody else's. */
public final class OwnInstance {

  private final Launch launch;
  private final Option<JobView> job;
  private final LiveInstance instance;

  OwnInstance(Launch launch, Option<JobView> job, LiveInstance instance) {
    this.launch = launch;
    this.job = job;
    this.instance = instance;
  }

  public LiveInstance instance() {
    return instance;
  }

  public DrsScope scope() {
    return launch.scope();
  }

  public String waveName() {
    return launch.wave().name();
  }

  public int waveNumber() {
    return launch.wave().number().value();
  }

  public JobId job() {
    return launch.job();
  }

  /** Whether its server is still in the job that launched it: DRS takes it into no other one. */
  boolean isInLaunch() {
    return job.exists(view -> !view.isCompleted());
  }

  public String serverName() {
    return stored().flatMap(StoredServer::name).getOrElse(() -> server().value());
  }

  /** As the job tells, else as it is stored: DRS may have forgotten the job. */
  public String launchStatus() {
    return job.flatMap(view -> view.servers().find(s -> s.server().equals(server())))
        .map(JobServer::launchStatus)
        .orElse(() -> stored().flatMap(StoredServer::launchStatus))
        .getOrElse("LAUNCHED");
  }

  SourceServerId server() {
    return instance.server();
  }

  private Option<StoredServer> stored() {
    return launch.wave().servers().get(server());
  }
}
