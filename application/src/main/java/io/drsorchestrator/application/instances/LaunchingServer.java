package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;

/** A server that is still being launched: its instance does not exist yet, and is about to. */
public record LaunchingServer(
    SourceServerId server, String region, String waveName, int waveNumber, JobId job) {

  static LaunchingServer of(Launch launch, SourceServerId server) {
    return new LaunchingServer(
        server,
        launch.scope().region(),
        launch.wave().name(),
        launch.wave().number().value(),
        launch.job());
  }
}
