package io.drsorchestrator.application.notification;

import io.drsorchestrator.application.port.Notifications.Kind;
import io.drsorchestrator.application.port.Notifications.Notification;
import io.drsorchestrator.domain.execution.CancelledExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCancelled;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCreated;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionPaused;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.text.OneLine;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which events people are told of, and in which words. */
final class Messages {

  private final OperatorAccess access;

  Messages(OperatorAccess access) {
    this.access = access;
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
    var why =
        event
            .request()
            .map(request -> asked("asked for this pause", request))
            .getOrElse("The plan has a gate here.");
    return told(
        known,
        Kind.PAUSE,
        "waits before " + wave,
        "It waits before %s until an operator resumes it. %s\n\n%s"
            .formatted(wave, why, choices(known)));
  }

  private Option<Notification> overdue(Known known, LifecycleEvent event) {
    return event instanceof PauseOverdue overdue
        ? reminder(known, known.wave(overdue.before()), overdue.waiting())
        : Option.none();
  }

  private Option<Notification> reminder(Known known, String wave, GateWait waiting) {
    return told(
        known,
        Kind.PAUSE_REMINDER,
        "still waits before " + wave,
        "It has been waiting before %s %s, and nobody has decided yet (reminder %d).\n\n%s"
            .formatted(wave, howLong(waiting), waiting.reminders(), choices(known)));
  }

  private static String howLong(GateWait waiting) {
    return waiting
        .since()
        .map(
            since ->
                "since %s (%s)".formatted(seconds(since), age(since, waiting.lastReminder().get())))
        .getOrElse("for nobody knows how long");
  }

  private static String age(Instant since, Instant now) {
    var age = Duration.between(since, now);
    return "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private String choices(Known known) {
    var id = known.execution().key().executionId();
    return "To resume it:\n\n%s\nTo cancel it instead:\n\n%s"
        .formatted(access.command("resume", id), access.command("cancel", id));
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
        ? asked("cancelled it", cancelled.request())
        : "It was cancelled.";
  }

  private static String asked(String what, OperatorRequest request) {
    var why = request.reason().map(reason -> ": " + OneLine.of(reason)).getOrElse(".");
    return "%s %s at %s%s"
        .formatted(OneLine.of(request.requestedBy()), what, seconds(request.requestedAt()), why);
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
