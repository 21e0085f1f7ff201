package io.drsorchestrator.local.bench.operations;

/**
 * How often something is done.
 *
 * @param warmUp before anything is measured, so that the JIT has compiled it
 * @param times so many that are measured
 */
public record Counts(int warmUp, int times) {

  /** Of an execution that is new, when all but its connections and caches is warm. */
  Counts again() {
    return new Counts(Math.max(1, warmUp / 20), times);
  }

  /** For figures of which there are many. */
  Counts fewer() {
    return new Counts(warmUp, Math.max(1, times / 3));
  }
}
