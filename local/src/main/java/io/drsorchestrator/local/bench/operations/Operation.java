package io.drsorchestrator.local.bench.operations;

import java.util.function.Supplier;

/**
 * Something to measure.
 *
 * @param before what must be so each time, and does not count
 * @param call what counts; its answer must contain {@code expected}
 */
record Operation(String name, Runnable before, Supplier<String> call, String expected) {

  /** Does it once. */
  void run() {
    before.run();
    check(call.get());
  }

  void check(String answer) {
    if (!answer.contains(expected)) {
      throw new IllegalStateException(name + " answers " + answer);
    }
  }
}
