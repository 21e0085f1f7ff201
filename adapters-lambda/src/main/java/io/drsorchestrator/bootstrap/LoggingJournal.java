package io.drsorchestrator.bootstrap;

import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.text.OneLine;
import io.vavr.collection.Vector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lifecycle events as log lines: one line an event, whatever people have put in it (NFR-3). */
final class LoggingJournal implements LifecycleJournal {

  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.lifecycle");

  @Override
  public void record(Execution execution, Vector<LifecycleEvent> events) {
    events.forEach(event -> LOG.info("{}", line(execution, event)));
  }

  static String line(Execution execution, LifecycleEvent event) {
    return "execution=%s %s".formatted(execution.key().executionId(), OneLine.of(event.toString()));
  }
}
