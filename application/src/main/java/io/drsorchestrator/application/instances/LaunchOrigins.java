package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.instances.ExistingInstances.Origin;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionListing.Head;
import io.drsorchestrator.application.port.StoredKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.Comparator;

/** Which executions launched instances, by the jobs of their waves: a bounded look at the past. */
final class LaunchOrigins {

  private static final int EXECUTIONS_AT_A_TIME = 50;
  private static final int MOST_EXECUTIONS = 300;

  private final ExecutionListing history;

  LaunchOrigins(ExecutionListing history) {
    this.history = history;
  }

  /** The origin of each job that is found; where the history does not answer, of none. */
  Map<JobId, Origin> of(PlanId plan, Set<JobId> jobs) {
    try {
      return jobs.isEmpty() ? HashMap.empty() : searched(candidates(plan), jobs);
    } catch (AwsUnavailableException | AwsRefusedException e) {
      return HashMap.empty();
    }
  }

  /** The plan's own executions first, the newest first: that is where instances come from. */
  private Vector<StoredKey> candidates(PlanId plan) {
    return history
        .heads()
        .sorted(
            Comparator.<Head, Boolean>comparing(head -> head.key().planId().equals(plan.value()))
                .thenComparing(head -> head.startTime().getOrElse(Instant.EPOCH))
                .reversed())
        .take(MOST_EXECUTIONS)
        .map(Head::key);
  }

  private Map<JobId, Origin> searched(Vector<StoredKey> candidates, Set<JobId> jobs) {
    Map<JobId, Origin> found = HashMap.empty();
    for (var some : candidates.grouped(EXECUTIONS_AT_A_TIME)) {
      found = found.merge(launchedBy(some).filterKeys(jobs::contains));
      if (found.keySet().containsAll(jobs)) {
        break;
      }
    }
    return found;
  }

  private Map<JobId, Origin> launchedBy(Vector<StoredKey> some) {
    return history.documents(some).map(Document::new).flatMap(LaunchOrigins::jobs).toMap(t -> t);
  }

  private static Vector<io.vavr.Tuple2<JobId, Origin>> jobs(Document execution) {
    var origin =
        new Origin(
            execution.text("executionId").getOrElse(""),
            execution.text("planName").getOrElse("Unknown"));
    return execution
        .parts("waves")
        .flatMap(wave -> wave.text("jobId"))
        .map(job -> io.vavr.API.Tuple(new JobId(job), origin));
  }
}
