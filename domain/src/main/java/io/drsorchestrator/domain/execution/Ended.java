package io.drsorchestrator.domain.execution;

/** What every ended execution guarantees. */
final class Ended {

  private Ended() {}

  static void requireNoneUnderWay(ExecutionFacts facts) {
    facts
        .waves()
        .all()
        .find(wave -> !wave.status().isTerminal())
        .forEach(
            wave -> {
              throw new IllegalArgumentException(
                  "wave %s is still %s".formatted(wave.number(), wave.status()));
            });
  }
}
