package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.vavr.control.Option;

/** Creating executions and adopting them. */
final class MemoryNewExecutions implements NewExecutions {

  private final Table table;

  MemoryNewExecutions(Table table) {
    this.table = table;
  }

  @Override
  public Creation create(NewExecution start) {
    synchronized (table) {
      var refused = refused(table.state(), start);
      if (refused.isEmpty()) {
        table.step(state -> Option.some(created(state, start)));
      }
      return refused.getOrElse(Creation.CREATED);
    }
  }

  private static Option<Creation> refused(Table.State state, NewExecution start) {
    var lock = start.lock();
    if (state.executions().containsKey(start.execution().key())) {
      return Option.some(Creation.ID_TAKEN);
    }
    if (!state.locks().get(lock.plan()).exists(held -> MemoryLocks.isHeld(held, lock))) {
      return Option.some(Creation.LOCK_LOST);
    }
    return Option.when(
        state.register().version() != start.register().version(), Creation.REGISTER_MOVED);
  }

  private static Table.State created(Table.State state, NewExecution start) {
    var key = start.execution().key();
    var id = Option.some(key.executionId());
    return state
        .with(key, ItemWriter.created(start.execution(), start.request()))
        .with(start.lock().plan(), new Table.Lock(0, id, id))
        .with(start.register().with(key.executionId()));
  }

  @Override
  public WriteOutcome adopt(ExecutionKey key, WorkflowArn workflow) {
    return table.write(
        key,
        Change.of("NewExecutions.adopt")
            .when(
                "no other workflow",
                item -> item.text("stateMachineArn").forAll(workflow.value()::equals))
            .set("stateMachineArn", workflow.value()));
  }
}
