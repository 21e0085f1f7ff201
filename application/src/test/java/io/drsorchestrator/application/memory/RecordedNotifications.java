package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.Notifications;
import io.vavr.collection.Vector;

/** Notifications that keep what they were sent, or fail on demand. */
public final class RecordedNotifications implements Notifications {

  private Vector<Notification> sent = Vector.empty();
  private boolean failing;

  @Override
  public synchronized void send(Notification notification) {
    if (failing) {
      throw new IllegalStateException("nobody takes messages");
    }
    sent = sent.append(notification);
  }

  public synchronized void fail() {
    failing = true;
  }

  public synchronized Vector<Notification> sent() {
    return sent;
  }

  public Vector<Kind> kinds() {
    return sent().map(Notification::kind);
  }
}
