package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.Transition;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Who asked for what, and why: {@code operatorRequests}, to which every accepted request is added
 * in the very write that accepts it. The request itself goes when it is fulfilled, this stays; with
 * the beginning of its reason, because it grows with every wave.
 */
final class OperatorLog {

  private static final String ATTRIBUTE = "operatorRequests";

  private OperatorLog() {}

  /** The write is conditional, so a try that the SDK repeats adds nothing a second time. */
  static void append(
      ItemUpdate update,
      Transition<?> requested,
      String command,
      OperatorRequest request,
      Option<WaveNumber> wave) {
    var entry = new LinkedHashMap<String, AttributeValue>();
    entry.put("command", Attributes.text(command));
    entry.putAll(ExecutionItem.fields(request, TextBounds.LOGGED_REASON));
    wave.forEach(number -> entry.put("waveNumber", Attributes.number(number.value())));
    waitingSince(requested).forEach(since -> entry.put("waitingSince", Attributes.time(since)));
    update.append(ATTRIBUTE, Attributes.map(entry));
  }

  /** How long a gate has waited for this decision; what is stored of the gate itself goes. */
  private static Option<Instant> waitingSince(Transition<?> requested) {
    return requested
        .before()
        .filter(PausedExecution.class::isInstance)
        .flatMap(paused -> ((PausedExecution) paused).undecidedSince());
  }
}
