package io.drsorchestrator.application.notification;

import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.text.OneLine;
import java.time.temporal.ChronoUnit;

/** Who did something, when and why, in one line. */
final class AskedBy {

  private AskedBy() {}

  static String inWords(String what, OperatorRequest request) {
    var why = request.reason().map(reason -> ": " + OneLine.of(reason)).getOrElse(".");
    return "%s %s at %s%s"
        .formatted(
            OneLine.of(request.requestedBy()),
            what,
            request.requestedAt().truncatedTo(ChronoUnit.SECONDS),
            why);
  }
}
