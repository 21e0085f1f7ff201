package io.drsorchestrator.domain.execution;

import io.vavr.control.Option;
import java.time.Instant;

/** Who asked for something, why and when. */
public record OperatorRequest(String requestedBy, Option<String> reason, Instant requestedAt) {}
