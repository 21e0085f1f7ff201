package io.drsorchestrator.application.report;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The report of an execution, by whichever system it was run: it reads the stored item and asks
 * nobody else. It can be asked for while the execution runs.
 */
public final class ReportExecution {

  private final ExecutionDocuments documents;
  private final InstantSource clock;

  public ReportExecution(ExecutionDocuments documents, InstantSource clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Throws {@link ExecutionNotFoundException}.
   *
   * @param target the time in which the recovery was to be done (RTO)
   */
  public Map<String, Object> report(ExecutionId id, Option<Duration> target) {
    var item = documents.document(id).getOrElseThrow(() -> new ExecutionNotFoundException(id));
    return RecoveryReport.of(item, target, clock.instant());
  }
}
