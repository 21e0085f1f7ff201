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
record Known(Execution execution, Option<ExecutionFacts> facts, Option<String> drillOf) {

  static Known of(Execution execution) {
    return new Known(execution, execution.known(), Option.none());
  }

  /** One that has ended long ago, of which its record is all that is left. */
  static Known ofDrill(Execution execution, String planName) {
    return new Known(execution, execution.known(), Option.some(planName));
  }

  String plan() {
    return details()
        .map(ExecutionDetails::planName)
        .orElse(drillOf)
        .map(OneLine::of)
        .getOrElse(this::planId);
  }

  String planId() {
    return OneLine.of(execution.key().planId().value());
  }

  /** {@code drill} or {@code recovery}. */
  String type() {
    return details()
        .map(known -> known.type().name().toLowerCase(Locale.ROOT))
        .getOrElse(() -> drillOf.isDefined() ? "drill" : "execution");
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
    return execution
        .waveStatuses()
        .zipWithIndex((status, n) -> "  %s: %s".formatted(wave(new WaveNumber(n)), status))
        .mkString("\n");
  }
}
