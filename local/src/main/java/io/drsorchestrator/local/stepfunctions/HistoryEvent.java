package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One event of an execution's history. */
public record HistoryEvent(
    long id, long previousEventId, Instant timestamp, EventType type, ObjectNode details) {}
