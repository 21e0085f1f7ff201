package io.drsorchestrator.local.simulate.scenario;

import java.util.Random;

/** Draws how long things take: mostly seconds, sometimes longer than an invocation may live. */
final class Moments {

  private static final int LONGEST = 330;

  private final Random random;

  Moments(Random random) {
    this.random = random;
  }

  /** Between a moment and somebody's click, in milliseconds. */
  int delay() {
    return switch (random.nextInt(3)) {
      case 0 -> random.nextInt(1000);
      case 1 -> random.nextInt(10_000);
      default -> random.nextInt(200_000);
    };
  }

  /** Of a fault. */
  int of(FaultKind kind) {
    return switch (kind) {
      case CLOCK_SKEW -> random.nextInt(5) - 2;
      case LATE_EFFECT -> 1 + random.nextInt(20);
      case TOKEN_LATE, PAUSE, SLOW_WRITER, LATE_INVOCATION, DUPLICATE -> 1 + interruption();
      default -> 0;
    };
  }

  private int interruption() {
    return random.nextBoolean() ? random.nextInt(20) : random.nextInt(LONGEST);
  }
}
