package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.control.Option;
import java.util.Map;

/** Executions as they are stored, whoever wrote them: the raw read model. */
@FunctionalInterface
public interface ExecutionDocuments {

  /** The whole item as a JSON-like tree of maps, lists, strings, numbers, booleans and nulls. */
  Option<Map<String, Object>> document(ExecutionId id);
}
