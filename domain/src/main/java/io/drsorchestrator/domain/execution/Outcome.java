package io.drsorchestrator.domain.execution;

import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;

/**
 * What came of an execution, in numbers and in a sentence (contract 2.3, {@code outcomeSummary} and
 * {@code outcomeDetails}). It says nothing that the waves do not say.
 */
public record Outcome(ExecutionStatus status, Vector<WaveOutcome> waves) {

  /** What came of the servers of a wave; those of a wave that tags select are known once it ran. */
  public record WaveOutcome(
      String name, WaveStatus status, int launched, int failed, int cancelled, int pending) {

    static WaveOutcome of(Wave wave) {
      var launched = wave.servers().map(Server::launchStatus).count(s -> s.isLaunched());
      var known = Math.max(wave.servers().size(), wave.plan().serverIds().size());
      var rest = wave.status() == WaveStatus.PENDING ? known : known - launched;
      return switch (wave.status()) {
        case COMPLETED, FAILED -> outcome(wave, launched, rest, 0, 0);
        case CANCELLED -> outcome(wave, launched, 0, rest, 0);
        case PENDING, POLLING -> outcome(wave, launched, 0, 0, rest);
      };
    }

    private static WaveOutcome outcome(Wave wave, int launched, int failed, int off, int pending) {
      return new WaveOutcome(wave.plan().name(), wave.status(), launched, failed, off, pending);
    }

    int servers() {
      return launched + failed + cancelled + pending;
    }
  }

  public static Outcome of(ExecutionStatus status, Waves waves) {
    return new Outcome(status, waves.all().map(WaveOutcome::of));
  }

  public Vector<WaveOutcome> of(WaveStatus wanted) {
    return waves.filter(wave -> wave.status() == wanted);
  }

  public int launched() {
    return waves.map(WaveOutcome::launched).sum().intValue();
  }

  public int servers() {
    return waves.map(WaveOutcome::servers).sum().intValue();
  }

  /** Such as {@code FAILED: 1 of 3 waves completed, 4 of 9 servers launched; failed: Web}. */
  public String summary() {
    var failed = of(WaveStatus.FAILED).map(WaveOutcome::name);
    return "%s: %d of %d waves completed, %d of %d servers launched%s"
        .formatted(
            status,
            of(WaveStatus.COMPLETED).size(),
            waves.size(),
            launched(),
            servers(),
            failed.isEmpty() ? "" : "; failed: " + failed.mkString(", "));
  }
}
