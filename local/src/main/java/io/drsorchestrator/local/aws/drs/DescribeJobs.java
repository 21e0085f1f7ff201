package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** DescribeJobs: the newest first; ids that do not exist are left out. */
final class DescribeJobs implements Operation {

  private static final int MAX_IDS = 1000;

  @Override
  public ObjectNode answer(RegionalDrs drs, DrsRequest request, Instant now) {
    DrsRequest filters = request.inner("filters");
    Set<String> ids = new HashSet<>(filters.ids("jobIDs", IdFormats.JOB, MAX_IDS));
    Optional<Instant> from = filters.date("fromDate");
    Optional<Instant> to = filters.date("toDate");
    List<JobState> jobs =
        drs.visibleJobs(now).stream()
            .filter(job -> ids.isEmpty() || ids.contains(job.header().jobId()))
            .filter(job -> from.map(it -> !job.header().createdAt().isBefore(it)).orElse(true))
            .filter(job -> to.map(it -> !job.header().createdAt().isAfter(it)).orElse(true))
            .map(job -> drs.stateOf(job, now))
            .toList();
    return Listing.answer(jobs, JobState::jobId, JobJson::of, drs, request);
  }
}
