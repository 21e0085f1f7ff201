package io.drsorchestrator.local.aws.drs;

import io.drsorchestrator.local.aws.api.AwsLocation;
import java.time.Instant;

/**
 * What all jobs have, with their whole course.
 *
 * @param initiatedBy the API's word for the call behind it
 * @param vanishesAt when DRS stops to show it
 */
record JobHeader(
    AwsLocation location,
    String jobId,
    JobType type,
    String initiatedBy,
    Instant createdAt,
    Instant startsAt,
    Instant endsAt,
    Instant vanishesAt) {

  String arn() {
    return location.arn("drs", "job/" + jobId);
  }

  JobStatus statusAt(Instant now) {
    if (Forever.reached(endsAt, now)) {
      return JobStatus.COMPLETED;
    }
    return Forever.reached(startsAt, now) ? JobStatus.STARTED : JobStatus.PENDING;
  }

  boolean activeAt(Instant now) {
    return statusAt(now) != JobStatus.COMPLETED;
  }
}
