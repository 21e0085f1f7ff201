package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.AwsLocation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job as the API shows it at one moment. */
public record JobState(
    AwsLocation location,
    String jobId,
    JobType type,
    String initiatedBy,
    JobStatus status,
    Instant createdAt,
    Optional<Instant> endedAt,
    List<Participant> participants,
    Map<String, String> tags) {}
