package io.drsorchestrator.bootstrap;

import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.vavr.collection.Vector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lifecycle events as log lines: one line an event (NFR-3). */
final class LoggingJournal implements LifecycleJournal {

  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.lifecycle");

  @Override
  public void record(ExecutionKey key, Vector<LifecycleEvent> events) {
    events.forEach(event -> LOG.info("execution={} {}", key.executionId(), event));
  }
}
