package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.Map;

/** A line of a job's log with the data that the API shows beside it. */
record LogEvent(Instant at, String event, Map<String, String> data) {}
