package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionKey;

/** Where people are told what they have to know at once (contract 7.5). */
@FunctionalInterface
public interface Notifications {

  /** Sends one message; an exception says that it is not known to have arrived. */
  void send(Notification notification);

  /** The events that people are told of. */
  enum Kind {
    START,
    COMPLETE,
    FAIL,
    CANCEL,
    PAUSE,
    PAUSE_REMINDER,
    DRILL_REMINDER
  }

  /**
   * A message for people.
   *
   * @param subject one line, as short as can be
   * @param text what happened and what can be done, for whoever is woken by it
   */
  record Notification(Kind kind, ExecutionKey key, String subject, String text) {}
}
