package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.COMPLETED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.FAILED;

import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.OperatorRequest;
import java.time.Instant;

/** The record of terminations. */
final class MemoryTerminations implements Terminations {

  private final Table table;

  MemoryTerminations(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome request(ExecutionKey key, OperatorRequest request) {
    return table.write(
        key,
        ofEnded("Terminations.request")
            .when("not terminated", item -> !item.flag("instancesTerminated"))
            .set("terminationRequest", ItemWriter.request(request)));
  }

  @Override
  public WriteOutcome recordJob(ExecutionKey key, TerminateJob job, Instant now) {
    var written =
        table.write(
            key,
            ofEnded("Terminations.recordJob")
                .when("job not recorded", item -> !isRecorded(item, job))
                .then(
                    item ->
                        item.with("terminateJobs", item.items("terminateJobs").append(entry(job))))
                .set("terminationInitiatedAt", now));
    var isThere = table.find(key.executionId()).exists(item -> isRecorded(item, job));
    return isThere ? WriteOutcome.WRITTEN : written;
  }

  private static boolean isRecorded(Item item, TerminateJob job) {
    return item.items("terminateJobs").exists(it -> it.text("jobId").contains(job.job().value()));
  }

  private static Item entry(TerminateJob job) {
    return Item.EMPTY
        .with("jobId", job.job().value())
        .with("region", job.region())
        .with("type", "TERMINATE")
        .with("status", "PENDING")
        .with("serverCount", (long) job.servers());
  }

  @Override
  public WriteOutcome recordTerminated(ExecutionKey key, int jobs, Instant now) {
    var written =
        table.write(
            key,
            ofEnded("Terminations.recordTerminated")
                .when("not terminated", item -> !item.flag("instancesTerminated"))
                .when("size(terminateJobs)", item -> item.items("terminateJobs").size() == jobs)
                .set("instancesTerminated", true)
                .set("instancesTerminatedAt", now));
    var isThere = table.find(key.executionId()).exists(item -> item.flag("instancesTerminated"));
    return isThere ? WriteOutcome.WRITTEN : written;
  }

  private static Change ofEnded(String write) {
    return Change.of(write).whenStatusIn(COMPLETED, FAILED, CANCELLED);
  }
}
