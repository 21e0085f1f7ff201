package io.drsorchestrator.local.aws.drs;

import java.util.Optional;

/** A server of a job, as it is at one moment. */
public record Participant(
    String sourceServerId, LaunchStatus launchStatus, Optional<String> recoveryInstanceId) {}
