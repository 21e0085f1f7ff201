package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.domain.execution.ExecutionStatus.CANCELLED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.COMPLETED;
import static io.drsorchestrator.domain.execution.ExecutionStatus.FAILED;

import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.OperatorRequest;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The record of a termination. An ended execution has no lifecycle any more, so that neither its
 * status nor its version moves: what each write has to keep is in its own condition.
 */
final class DynamoDbTerminations implements Terminations {

  private static final String JOBS = "terminateJobs";
  private static final String DONE = "instancesTerminated";

  private final HistoryWrites writes;

  DynamoDbTerminations(HistoryWrites writes) {
    this.writes = writes;
  }

  /** Of several operators the last is kept; each has been allowed to ask. */
  @Override
  public WriteOutcome request(ExecutionKey key, OperatorRequest request) {
    var update =
        ofEnded().whenNotSet(DONE).set("terminationRequest", ExecutionItem.request(request));
    return writes.write(key, update, item -> false);
  }

  /**
   * Appended, so that the jobs of two operators at once are both kept; unless it is there already,
   * from an operator who met it as a conflict, or from this write's own first try.
   */
  @Override
  public WriteOutcome recordJob(ExecutionKey key, TerminateJob job, Instant now) {
    var entry = entry(job);
    var update =
        ofEnded()
            .append(JOBS, entry)
            .set("terminationInitiatedAt", Attributes.time(now))
            .whenLacking(JOBS, entry);
    return writes.write(
        key,
        update,
        item -> item.maps(JOBS).exists(it -> it.text("jobId").contains(job.job().value())));
  }

  /** As it was started: byte for byte the same whoever writes it, so that it is recognised. */
  private static AttributeValue entry(TerminateJob job) {
    return Attributes.map(
        Map.of(
            "jobId", Attributes.text(job.job().value()),
            "region", Attributes.text(job.region()),
            "type", Attributes.text("TERMINATE"),
            "status", Attributes.text("PENDING"),
            "serverCount", Attributes.number(job.servers())));
  }

  /** A job added since, by an operator who still found something, may not have ended. */
  @Override
  public WriteOutcome recordTerminated(ExecutionKey key, int jobs, Instant now) {
    var update =
        ofEnded()
            .whenNotSet(DONE)
            .whenSize(JOBS, jobs)
            .set(DONE, Attributes.flag(true))
            .set("instancesTerminatedAt", Attributes.time(now));
    return writes.write(key, update, item -> item.flag(DONE));
  }

  private static ItemUpdate ofEnded() {
    return new ItemUpdate().whenIn("status", StatusWords.of(COMPLETED, FAILED, CANCELLED));
  }
}
