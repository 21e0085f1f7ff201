package io.drsorchestrator.application.notification;

import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Notifications;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.NotificationFailed;
import java.time.Duration;

/**
 * A journal that also tells people. Whoever has stored an event tells of it, so each is told once
 * in normal operation; what cannot be told is put in the journal, and nothing depends on it.
 */
public final class NotifyingJournal implements LifecycleJournal {

  private final LifecycleJournal journal;
  private final Notifications notifications;
  private final Messages messages;

  public NotifyingJournal(
      LifecycleJournal journal, Notifications notifications, OperatorAccess access) {
    this.journal = journal;
    this.notifications = notifications;
    this.messages = new Messages(access);
  }

  @Override
  public void record(Occurrence occurrence) {
    journal.record(occurrence);
    occurrence.events().forEach(event -> tell(occurrence.after(), event));
  }

  @Override
  public void conflicted(ExecutionId id, int times) {
    journal.conflicted(id, times);
  }

  @Override
  public void waiting(ExecutionId id, Duration since) {
    journal.waiting(id, since);
  }

  private void tell(Execution execution, LifecycleEvent event) {
    try {
      messages.of(execution, event).forEach(notifications::send);
    } catch (RuntimeException e) {
      var what = event.getClass().getSimpleName();
      var failed = new NotificationFailed(what, String.valueOf(e.getMessage()));
      journal.record(Occurrence.besides(execution, failed));
    }
  }
}
