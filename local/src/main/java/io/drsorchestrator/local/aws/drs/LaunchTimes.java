package io.drsorchestrator.local.aws.drs;

import java.time.Duration;
import java.time.Instant;

/** When the stages of a launch end; what comes after a stuck stage never does. */
record LaunchTimes(
    Instant start, Instant cleaned, Instant snapshotTaken, Instant converted, Instant launched) {

  static LaunchTimes of(Instant start, LaunchPlan plan, boolean cleanup, boolean snapshot) {
    Instant cleaned = cleanup ? start.plus(plan.cleanup()) : start;
    Duration snapshotTime = snapshot ? plan.snapshot() : Duration.ZERO;
    Instant taken = end(Stage.SNAPSHOT, cleaned, snapshotTime, plan);
    Instant converted = end(Stage.CONVERSION, taken, plan.conversion(), plan);
    Instant launched = end(Stage.LAUNCH, converted, plan.launch(), plan);
    return new LaunchTimes(start, cleaned, taken, converted, launched);
  }

  Instant endOf(Stage stage) {
    return switch (stage) {
      case SNAPSHOT -> snapshotTaken;
      case CONVERSION -> converted;
      case LAUNCH -> launched;
    };
  }

  private static Instant end(Stage stage, Instant start, Duration duration, LaunchPlan plan) {
    boolean stuck = plan.stuckAt().filter(stage::equals).isPresent();
    return stuck ? Forever.NEVER : Forever.plus(start, duration);
  }
}
