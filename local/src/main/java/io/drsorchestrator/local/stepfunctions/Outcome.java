package io.drsorchestrator.local.stepfunctions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an execution ended. */
public record Outcome(
    ExecutionStatus status,
    Instant stopDate,
    @Nullable String output,
    @Nullable String error,
    @Nullable String cause) {}
