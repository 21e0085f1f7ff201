package io.drsorchestrator.application.notification;

import io.drsorchestrator.domain.execution.GateWait;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionPaused;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseOverdue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What people are told of a gate: why it waits, how long already, and what they can do. */
final class GateTexts {

  private final OperatorAccess access;

  GateTexts(OperatorAccess access) {
    this.access = access;
  }

  String reached(Known known, ExecutionPaused event) {
    var why =
        event
            .request()
            .map(request -> AskedBy.inWords("asked for this pause", request))
            .getOrElse("The plan has a gate here.");
    return "It waits before %s until an operator resumes it. %s\n\n%s"
        .formatted(known.wave(event.before()), why, choices(known));
  }

  String waiting(Known known, PauseOverdue event) {
    return "It has been waiting before %s %s, and nobody has decided yet (reminder %d).\n\n%s"
        .formatted(
            known.wave(event.before()),
            howLong(event.waiting()),
            event.waiting().reminders(),
            choices(known));
  }

  private static String howLong(GateWait waiting) {
    return waiting
        .since()
        .flatMap(since -> waiting.lastReminder().map(now -> howLong(since, now)))
        .getOrElse("for nobody knows how long");
  }

  private static String howLong(Instant since, Instant now) {
    var age = Duration.between(since, now);
    return "since %s (%d h %d min)"
        .formatted(since.truncatedTo(ChronoUnit.SECONDS), age.toHours(), age.toMinutesPart());
  }

  private String choices(Known known) {
    var id = known.execution().key().executionId();
    return "To resume it:\n\n%s\nTo cancel it instead:\n\n%s"
        .formatted(access.command("resume", id), access.command("cancel", id));
  }
}
