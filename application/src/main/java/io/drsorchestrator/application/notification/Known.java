package io.drsorchestrator.application.notification;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.text.OneLine;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.util.Locale;

/** An execution in words for people: its names, of which none can be more than one line. */
record Known(Execution execution, Option<ExecutionFacts> facts) {

  static Known of(Execution execution) {
    return new Known(execution, ExecutionFacts.of(execution));
  }

  String plan() {
    return details().map(known -> OneLine.of(known.planName())).getOrElse(planId());
  }

  String planId() {
    return OneLine.of(execution.key().planId().value());
  }

  /** {@code drill} or {@code recovery}. */
  String type() {
    return details()
        .map(known -> known.type().name().toLowerCase(Locale.ROOT))
        .getOrElse("execution");
  }

  String initiator() {
    return details().map(known -> OneLine.of(known.initiatedBy())).getOrElse("somebody");
  }

  private Option<ExecutionDetails> details() {
    return facts.map(ExecutionFacts::details);
  }

  /** Such as {@code wave 3 (Web)}. */
  String wave(WaveNumber number) {
    return facts
        .flatMap(known -> known.waves().find(number))
        .map(Known::wave)
        .getOrElse("wave " + number.ordinal());
  }

  private static String wave(Wave wave) {
    return "wave %d (%s)".formatted(wave.number().ordinal(), OneLine.of(wave.plan().name()));
  }

  /** One line a wave. */
  String waves() {
    return facts
        .toVector()
        .flatMap(known -> known.waves().all())
        .map(wave -> "  %s: %s".formatted(wave(wave), wave.status()))
        .mkString("\n");
  }
}
