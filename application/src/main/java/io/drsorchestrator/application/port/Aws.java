package io.drsorchestrator.application.port;

/** Every port of AWS besides the store, for wiring only. */
public record Aws(
    RecoveryJobs jobs,
    RecoveryServers servers,
    LaunchAdmission admission,
    LaunchConfigurations launchConfigurations,
    RecoveryInstances instances,
    Workflows workflows) {}
