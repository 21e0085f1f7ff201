package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.wave.JobId;

/** Nothing on record tells in which Region a job runs, and no other Region is asked instead. */
public final class UnknownRegionException extends RuntimeException {

  UnknownRegionException(JobId job) {
    super(
        "Nothing on record tells in which Region job %s runs, neither its wave nor its protection group"
            .formatted(job));
  }
}
