package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.PlanLocks.PlanLock;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.control.Option;

/** Creating executions and adopting them. */
final class MemoryNewExecutions implements NewExecutions {

  private final Table table;

  MemoryNewExecutions(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome create(PendingExecution execution, PlanLock lock) {
    var key = execution.key();
    return table.step(
        state ->
            Option.when(
                !state.executions().containsKey(key)
                    && state
                        .locks()
                        .get(lock.plan())
                        .exists(held -> MemoryLocks.isHeld(held, lock)),
                () ->
                    state
                        .with(key, ItemWriter.created(execution))
                        .with(lock.plan(), new Table.Lock(0, Option.some(key.executionId())))));
  }

  @Override
  public WriteOutcome adopt(ExecutionKey key, WorkflowArn workflow) {
    return table.write(
        key,
        Change.unconditional()
            .when(item -> item.text("stateMachineArn").forAll(workflow.value()::equals))
            .set("stateMachineArn", workflow.value()));
  }
}
