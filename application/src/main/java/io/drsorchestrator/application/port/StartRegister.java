package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;

/**
 * The executions that were started lately, whatever their plan. Indexes lag, so that two starts at
 * the same moment do not see each other there; the register is read consistently, and {@link
 * NewExecutions#create} writes it only if nobody else has in between.
 */
@FunctionalInterface
public interface StartRegister {

  Entries read();

  /**
   * What the register says.
   *
   * @param version moves on with every start; 0 if nothing was ever started
   */
  record Entries(long version, Vector<ExecutionId> lately) {}
}
