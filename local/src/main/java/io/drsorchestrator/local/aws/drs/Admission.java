package io.drsorchestrator.local.aws.drs;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether DRS accepts one more job: no server in two jobs, and within the quotas. */
final class Admission {

  private final Quotas quotas;
  private final List<Job> active;

  private Admission(Quotas quotas, List<Job> active) {
    this.quotas = quotas;
    this.active = active;
  }

  static Admission at(Instant now, RegionalDrs drs) {
    return new Admission(drs.settings().quotas(), drs.activeJobs(now));
  }

  /** Refuses a job for {@code sourceServerIds}, as a whole, if it cannot be accepted. */
  void check(Set<String> sourceServerIds) {
    checkJobSize(sourceServerIds.size());
    checkNoneBusy(sourceServerIds);
    checkJobs();
    checkServersInAllJobs(sourceServerIds.size());
  }

  private void checkJobSize(int size) {
    limit(size, quotas.serversPerJob(), "source servers in a single job", "L-B827C881");
  }

  private void checkNoneBusy(Set<String> sourceServerIds) {
    Set<String> busy = new TreeSet<>(sourceServerIds);
    busy.removeIf(id -> active.stream().noneMatch(job -> job.sourceServerIds().contains(id)));
    if (!busy.isEmpty()) {
      throw DrsErrors.busy(busy).toException();
    }
  }

  private void checkJobs() {
    limit(active.size() + 1, quotas.concurrentJobs(), "concurrent jobs", "L-D88FAC3A");
  }

  private void checkServersInAllJobs(int size) {
    int inJobs = active.stream().mapToInt(job -> job.sourceServerIds().size()).sum();
    limit(inJobs + size, quotas.serversInAllJobs(), "source servers in all jobs", "L-05AFA8C6");
  }

  private static void limit(int wanted, int limit, String what, String quotaCode) {
    if (wanted > limit) {
      throw DrsErrors.quota(what, limit, quotaCode).toException();
    }
  }
}
