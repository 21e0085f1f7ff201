package io.drsorchestrator.bootstrap;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.execution;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class LoggingJournalTest {

  private static final String FORGED =
      "lunch\n[main] INFO lifecycle - execution=x ExecutionCompleted";

  /** Items of older systems, DRS and people may say anything. */
  @Test
  void an_event_is_one_line_whatever_it_says() {
    var request = new OperatorRequest("eve\r" + FORGED, Option.some(FORGED), NOON);
    for (var event :
        Vector.of(
            new LifecycleEvent.CancelRequested(request),
            new LifecycleEvent.ExecutionFailed(new FailureCause("CODE", FORGED)),
            new LifecycleEvent.NotificationFailed("ExecutionPaused", FORGED))) {
      var line = LoggingJournal.line(execution().polling(), event);

      assertThat(line).startsWith("execution=execution-1 ").contains("lunch [main] INFO");
      assertThat(line.lines()).hasSize(1);
    }
  }
}
