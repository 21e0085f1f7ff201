package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.UnreadableExecutionException;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ArchivedExecution;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Executions read back from their attributes. */
final class ItemReader {

  private ItemReader() {}

  static Execution read(Item item) {
    return switch (status(item)) {
      case PENDING -> new PendingExecution(facts(item), request(item, "pauseRequest"));
      case POLLING -> new PollingExecution(facts(item), request(item, "pauseRequest"));
      case PAUSED -> paused(item);
      case CANCELLING -> new CancellingExecution(facts(item), request(item, "cancelRequest").get());
      case COMPLETED, FAILED, CANCELLED ->
          new ArchivedExecution(
              key(item),
              status(item),
              waves(item).statuses(),
              item.time("endTime"),
              new Revision(item.number("version").getOrElse(0L)));
    };
  }

  static ExecutionStatus status(Item item) {
    var word = item.text("status").get();
    return Vector.of(ExecutionStatus.values())
        .find(status -> status.name().equals(word))
        .getOrElseThrow(() -> new UnreadableExecutionException(key(item).executionId(), word));
  }

  static ExecutionKey key(Item item) {
    return new ExecutionKey(
        new ExecutionId(item.text("executionId").get()), new PlanId(item.text("planId").get()));
  }

  private static PausedExecution paused(Item item) {
    return new PausedExecution(
        facts(item),
        new WaveNumber(item.number("pausedBeforeWave").get().intValue()),
        new CallbackToken(item.text("taskToken").get()),
        request(item, "resumeRequest"),
        waiting(item));
  }

  private static GateWait waiting(Item item) {
    var reminder = item.item("pauseReminder");
    return new GateWait(
        item.time("pausedTime"),
        reminder.flatMap(stored -> stored.number("count")).getOrElse(0L).intValue(),
        reminder.flatMap(stored -> stored.time("remindedTime")));
  }

  private static ExecutionFacts facts(Item item) {
    return new ExecutionFacts(
        details(item),
        item.text("stateMachineArn").map(WorkflowArn::new),
        waves(item),
        new Revision(item.number("version").get()));
  }

  private static ExecutionDetails details(Item item) {
    return new ExecutionDetails(
        key(item),
        item.text("planName").get(),
        ExecutionType.valueOf(item.text("executionType").get()),
        item.text("initiatedBy").get(),
        item.time("startTime").get(),
        account(item.item("accountContext").get()));
  }

  private static AccountContext account(Item item) {
    return new AccountContext(
        item.text("accountId").get(),
        item.text("assumeRoleName"),
        item.text("externalId"),
        item.flag("isCurrentAccount"));
  }

  private static Waves waves(Item item) {
    return new Waves(
        item.items("waves").zipWithIndex().map(wave -> WaveReader.read(wave._2, wave._1)));
  }

  private static Option<OperatorRequest> request(Item item, String name) {
    return item.item(name)
        .map(
            request ->
                new OperatorRequest(
                    request.text("requestedBy").get(),
                    request.text("reason"),
                    request.time("requestedAt").get()));
  }
}
