package io.drsorchestrator.application.create;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What a start would meet.
 *
 * @param stops all that it would be refused for, in the order in which it checks
 * @param warnings what it would be told of, and take place
 * @param slowdowns what else would hold it up, or makes it less than it could be
 */
public record PreflightReport(
    StartPlan command,
    Option<String> planName,
    Instant checkedAt,
    Vector<StartRefusal> stops,
    Vector<String> warnings,
    Vector<Slowdown> slowdowns,
    PreflightFacts facts) {

  /** The answer in one word. */
  public enum Verdict {
    READY,
    READY_WITH_WARNINGS,
    BLOCKED
  }

  static PreflightReport withoutPlan(
      StartPlan command, Vector<StartRefusal> stops, Instant checkedAt) {
    return new PreflightReport(
        command,
        Option.none(),
        checkedAt,
        stops,
        Vector.empty(),
        Vector.empty(),
        PreflightFacts.NONE);
  }

  public Verdict verdict() {
    if (stops.nonEmpty()) {
      return Verdict.BLOCKED;
    }
    return warnings.isEmpty() && slowdowns.isEmpty() ? Verdict.READY : Verdict.READY_WITH_WARNINGS;
  }
}
