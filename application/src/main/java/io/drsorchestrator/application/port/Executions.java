package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.control.Option;

/** The executions on record. */
@FunctionalInterface
public interface Executions {

  /** A strongly consistent read. */
  Option<Execution> find(ExecutionId id);
}
