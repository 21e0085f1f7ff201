package io.drsorchestrator.application.notification;

import io.drsorchestrator.application.port.Notifications.Kind;
import io.drsorchestrator.application.port.Notifications.Notification;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCancelled;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCreated;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionPaused;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.text.OneLine;
import io.vavr.control.Option;

/** Which events people are told of, and in which words. */
final class Messages {

  private final OperatorAccess access;
  private final GateTexts gates;
  private final DrillTexts drills;

  Messages(OperatorAccess access) {
    this.access = access;
    this.gates = new GateTexts(access);
    this.drills = new DrillTexts(access);
  }

  Option<Notification> of(Execution execution, LifecycleEvent event) {
    var known = Known.of(execution);
    if (event instanceof ExecutionCreated created) {
      return told(known, Kind.START, "started", started(known, created));
    }
    if (event instanceof ExecutionCompleted completed) {
      return told(known, Kind.COMPLETE, "completed", allCompleted(completed));
    }
    if (event instanceof ExecutionFailed failed) {
      return told(known, Kind.FAIL, "FAILED", OneLine.of(failed.cause().message()));
    }
    if (event instanceof ExecutionCancelled) {
      return told(known, Kind.CANCEL, "cancelled", cancelled(execution));
    }
    return event instanceof ExecutionPaused paused ? paused(known, paused) : overdue(known, event);
  }

  private Option<Notification> paused(Known known, ExecutionPaused event) {
    var wave = known.wave(event.before());
    return told(known, Kind.PAUSE, "waits before " + wave, gates.reached(known, event));
  }

  private Option<Notification> overdue(Known known, LifecycleEvent event) {
    if (event instanceof DrillInstancesLive live) {
      return drillReminder(known.execution(), live);
    }
    return event instanceof PauseOverdue overdue ? reminder(known, overdue) : Option.none();
  }

  private Option<Notification> drillReminder(Execution execution, DrillInstancesLive live) {
    return told(
        Known.ofDrill(execution, live.planName()),
        Kind.DRILL_REMINDER,
        DrillTexts.subject(live),
        drills.live(execution.key().executionId(), live));
  }

  private Option<Notification> reminder(Known known, PauseOverdue event) {
    var wave = known.wave(event.before());
    return told(
        known, Kind.PAUSE_REMINDER, "still waits before " + wave, gates.waiting(known, event));
  }

  private static String started(Known known, ExecutionCreated created) {
    return "%s started it. Waves: %d.".formatted(known.initiator(), created.totalWaves());
  }

  private static String allCompleted(ExecutionCompleted completed) {
    return "All waves are COMPLETED: %d of %d."
        .formatted(completed.waves().size(), completed.waves().size());
  }

  private static String cancelled(Execution execution) {
    return execution instanceof CancelledExecution cancelled
        ? AskedBy.inWords("cancelled it", cancelled.request())
        : "It was cancelled.";
  }

  private Option<Notification> told(Known known, Kind kind, String subject, String text) {
    var key = known.execution().key();
    var whole =
        """
        The %s of the plan %s: %s.

        %s

        Plan: %s (%s)
        Execution: %s
        Details: %s
        Waves:
        %s
        """
            .formatted(
                known.type(),
                known.plan(),
                subject,
                text.strip(),
                known.plan(),
                known.planId(),
                key.executionId(),
                access.details(key.executionId()),
                known.waves());
    var line = "DRS %s %s: %s".formatted(known.type(), subject, known.plan());
    return Option.some(new Notification(kind, key, line, whole));
  }
}
