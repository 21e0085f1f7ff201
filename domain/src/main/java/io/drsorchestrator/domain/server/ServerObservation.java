package io.drsorchestrator.domain.server;

import io.vavr.control.Option;

/**
 * What one look at AWS told about one server.
 *
 * @param instanceId the recovery instance, the same id in DRS and in EC2
 * @param error why the launch failed, from the job log
 */
public record ServerObservation(
    LaunchStatus launchStatus,
    Option<String> instanceId,
    SourceMachine source,
    RecoveryInstance instance,
    Option<String> error) {

  /** A look that told the launch status and nothing else. */
  public static ServerObservation of(LaunchStatus launchStatus) {
    return new ServerObservation(
        launchStatus,
        Option.none(),
        SourceMachine.UNKNOWN,
        RecoveryInstance.UNKNOWN,
        Option.none());
  }
}
