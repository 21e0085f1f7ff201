package io.drsorchestrator.local.bench.operations;

/**
 * Something to measure.
 *
 * @param before what must be so each time, and does not count
 * @param call what counts; its answer must contain {@code expected}
 */
record Operation(String name, Runnable before, Call call, String expected) {

  /** One invocation, or what is measured beside them. */
  @FunctionalInterface
  interface Call {

    String answer();
  }

  /** Does it once. */
  void run() {
    before.run();
    check(call.answer());
  }

  void check(String answer) {
    if (!answer.contains(expected)) {
      throw new IllegalStateException(name + " answers " + answer);
    }
  }
}
