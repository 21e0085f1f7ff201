package io.drsorchestrator.domain.execution;

import java.time.Instant;

/** What is fixed when an execution is created. */
public record ExecutionDetails(
    ExecutionKey key,
    String planName,
    ExecutionType type,
    String initiatedBy,
    Instant startTime,
    AccountContext account) {}
