package io.drsorchestrator.local.bench.load;

import java.io.PrintStream;
import java.util.Locale;

/** How long the load took, in real time. */
final class Took {

  private final PrintStream out;
  private long began;
  private double started;
  private double ended;
  private int again;

  Took(PrintStream out) {
    this.out = out;
  }

  void begin() {
    began = System.nanoTime();
  }

  void started(int executions, int tries) {
    started = seconds();
    again = tries;
    out.printf(Locale.ROOT, "%d executions started after %.0f s%n", executions, started);
  }

  void ended() {
    ended = seconds();
    out.printf(Locale.ROOT, "All ended after %.0f s%n", ended);
  }

  private double seconds() {
    return (System.nanoTime() - began) / 1e9;
  }

  String inWords(LoadJudge judge) {
    return String.format(
        Locale.ROOT,
        "All starts were answered after %.0f s of real time (%d had to be tried again), all executions had ended after %.0f s."
            + " Meanwhile %d polls and %d conflicts of writers, each read again.",
        started,
        again,
        ended,
        judge.lines("poll"),
        judge.lines("conflict"));
  }
}
