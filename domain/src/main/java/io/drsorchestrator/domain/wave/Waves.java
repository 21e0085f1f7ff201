package io.drsorchestrator.domain.wave;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * All waves of an execution, from its creation on: the whole plan. Completion is judged against
 * this list and never against the waves that happen to have started (I1, D1).
 */
public record Waves(Vector<Wave> all) {

  public Waves {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).number().value() != i) {
        throw new IllegalArgumentException(
            "wave %s is at position %d".formatted(all.get(i).number(), i));
      }
    }
  }

  /** Every wave of the plan, none started. */
  public static Waves planned(Vector<WavePlan> plans) {
    return new Waves(plans.map(PendingWave::new));
  }

  public int total() {
    return all.size();
  }

  /** I10. */
  public int completed() {
    return all.count(wave -> wave.status() == WaveStatus.COMPLETED);
  }

  /** Whether every wave of the plan is COMPLETED; an empty plan never is. */
  public boolean areCompleted() {
    return !all.isEmpty() && completed() == total();
  }

  public Option<Wave> find(WaveNumber number) {
    return Option.when(number.value() < total(), () -> all.get(number.value()));
  }

  /** The wave whose turn it is: the first that is not COMPLETED. */
  public Option<Wave> current() {
    return all.find(wave -> wave.status() != WaveStatus.COMPLETED);
  }

  /** The wave that is claimed or running. */
  public Option<ActiveWave> active() {
    return all.find(ActiveWave.class::isInstance).map(ActiveWave.class::cast);
  }

  public Vector<EndedWave> failed() {
    return all.filter(wave -> wave.status() == WaveStatus.FAILED).map(EndedWave.class::cast);
  }

  public Vector<PendingWave> pending() {
    return all.filter(PendingWave.class::isInstance).map(PendingWave.class::cast);
  }

  public Vector<WaveStatus> statuses() {
    return all.map(Wave::status);
  }

  /** This list with {@code wave} in the place of the wave of its number (I5). */
  public Waves with(Wave wave) {
    return new Waves(all.update(wave.number().value(), wave));
  }

  /** No wave will start any more. */
  public Waves cancelPending(Instant now) {
    return pending().foldLeft(this, (waves, wave) -> waves.with(wave.cancel(now)));
  }
}
