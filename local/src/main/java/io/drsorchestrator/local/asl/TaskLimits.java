package io.drsorchestrator.local.asl;

import java.util.Optional;

/** How long a task may take and how long it may be silent. */
public record TaskLimits(Optional<Seconds> timeout, Optional<Seconds> heartbeat) {}
