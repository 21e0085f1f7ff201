package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.CompletedExecution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.Transition;

/** The one write to COMPLETED. */
final class DynamoDbCompletions implements Completions {

  private final HistoryWrites writes;

  DynamoDbCompletions(HistoryWrites writes) {
    this.writes = writes;
  }

  /** The store itself compares with the whole plan, whatever the caller believes (I1, D1). */
  @Override
  public WriteOutcome complete(Transition<CompletedExecution> completed) {
    var time = Attributes.time(completed.next().completedTime());
    var total = Attributes.number(completed.next().totalWaves());
    var update =
        writes
            .leaving(completed, ExecutionStatus.POLLING)
            .whenEqual("totalWaves", total)
            .whenEqual("completedWaves", total);
    update
        .when("size(%s) = %s".formatted(update.path("waves"), update.value(total)))
        .set("status", Attributes.text(ExecutionStatus.COMPLETED.name()))
        .set("endTime", time)
        .set("completedTime", time)
        .remove("pauseRequest");
    OutcomeItem.put(update, ExecutionStatus.COMPLETED, completed.next().facts().waves());
    return writes.write(completed, update);
  }
}
