package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.application.read.TerminationMetadata;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;

/** An execution as it is stored, whoever wrote it: what its instances are found by. */
record StoredExecution(ExecutionId id, Map<String, Object> raw, AccountContext hub) {

  private Document document() {
    return new Document(raw);
  }

  ExecutionKey key() {
    return new ExecutionKey(id, new PlanId(document().text("planId").getOrElse("unknown")));
  }

  String status() {
    return document().text("status").getOrElse("");
  }

  TerminationMetadata termination() {
    return TerminationMetadata.of(raw);
  }

  boolean isKnownTerminated() {
    return document().flag("instancesTerminated").getOrElse(false);
  }

  Vector<StoredWave> waves() {
    return document().parts("waves").zipWithIndex().map(w -> new StoredWave(w._2, w._1));
  }

  /** The Region of the wave that was started last, if that wave's job is {@code job}. */
  Option<String> regionOfLastJob(JobId job) {
    return document().text("drsJobId").filter(job.value()::equals).flatMap(id -> lastRegion());
  }

  /** The Region of the wave that was started last. */
  Option<String> lastRegion() {
    return document().text("drsRegion");
  }

  /** Every job that was started to terminate instances, of which the Region is on record. */
  Vector<TerminateJob> terminateJobs() {
    return document()
        .parts("terminateJobs")
        .flatMap(StoredExecution::terminateJob)
        .distinctBy(TerminateJob::job);
  }

  /** How many entries {@code terminateJobs} has, whatever is in them. */
  int terminateJobEntries() {
    return raw.get("terminateJobs") instanceof List<?> list ? list.size() : 0;
  }

  /** Whether one of those entries tells too little to ask DRS about it. */
  boolean hasUnreadableTerminateJob() {
    return document().parts("terminateJobs").flatMap(StoredExecution::terminateJob).size()
        < terminateJobEntries();
  }

  private static Option<TerminateJob> terminateJob(Document job) {
    var servers = job.number("serverCount").getOrElse(0L).intValue();
    return job.text("jobId")
        .flatMap(
            id ->
                job.text("region").map(region -> new TerminateJob(new JobId(id), region, servers)));
  }

  /** The account whose servers were recovered (D30). */
  AccountContext account() {
    var stored = document().part("accountContext");
    return AccountContext.onRecord(
        stored.flatMap(account -> account.text("accountId")).orElse(document().text("accountId")),
        stored.flatMap(account -> account.text("assumeRoleName")),
        stored.flatMap(account -> account.text("externalId")),
        hub);
  }
}
