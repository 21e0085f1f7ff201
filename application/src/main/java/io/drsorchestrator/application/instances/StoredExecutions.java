package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Executions as they are stored, and the launches that they tell of. */
final class StoredExecutions {

  /** DRS's clock may be behind ours. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final ExecutionDocuments documents;
  private final ProtectionGroups groups;
  private final RecoveryJobs jobs;
  private final AccountContext hub;

  StoredExecutions(
      ExecutionDocuments documents,
      ProtectionGroups groups,
      RecoveryJobs jobs,
      AccountContext hub) {
    this.documents = documents;
    this.groups = groups;
    this.jobs = jobs;
    this.hub = hub;
  }

  AccountContext hub() {
    return hub;
  }

  Option<StoredExecution> find(ExecutionId id) {
    return documents.document(id).map(raw -> new StoredExecution(id, raw, hub));
  }

  /** Throws {@link ExecutionNotFoundException}. */
  StoredExecution get(ExecutionId id) {
    return find(id).getOrElseThrow(() -> new ExecutionNotFoundException(id));
  }

  /** The waves with a job on record, with the Region where that is known. */
  Vector<RecordedJob> recorded(StoredExecution execution) {
    return execution.waves().flatMap(wave -> wave.job().map(job -> recorded(execution, wave, job)));
  }

  /** A wave's job and, as far as anything on record tells, where it runs. */
  record RecordedJob(StoredWave wave, JobId job, Option<DrsScope> scope) {}

  private RecordedJob recorded(StoredExecution execution, StoredWave wave, JobId job) {
    var region =
        wave.region()
            .orElse(() -> execution.regionOfLastJob(job))
            .orElse(() -> wave.protectionGroup().flatMap(groups::find).map(group -> group.region()))
            .orElse(execution::lastRegion);
    return new RecordedJob(wave, job, region.map(r -> new DrsScope(execution.account(), r)));
  }

  /**
   * Every launch of the execution: a job that is left out could be one whose instances nobody sees.
   * A launch whose job id was lost is looked for by its tags (D26). Throws {@link
   * UnknownRegionException}.
   */
  Vector<Launch> launches(StoredExecution execution) {
    var recorded = recorded(execution).map(StoredExecutions::launch);
    return recorded.appendAll(execution.waves().flatMap(wave -> unrecorded(execution, wave)));
  }

  private static Launch launch(RecordedJob job) {
    var scope = job.scope().getOrElseThrow(() -> new UnknownRegionException(job.job()));
    return new Launch(job.wave(), job.job(), scope);
  }

  private Option<Launch> unrecorded(StoredExecution execution, StoredWave wave) {
    return wave.unrecordedAttempt()
        .flatMap(attempt -> wave.region().flatMap(r -> found(execution, wave, r, attempt)));
  }

  private Option<Launch> found(
      StoredExecution execution, StoredWave wave, String region, Instant attempt) {
    var scope = new DrsScope(execution.account(), region);
    return jobs.findLaunched(scope, execution.key(), wave.number(), attempt.minus(CLOCK_SKEW))
        .map(job -> new Launch(wave, job, scope));
  }
}
