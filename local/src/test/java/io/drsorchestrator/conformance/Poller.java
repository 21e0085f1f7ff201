package io.drsorchestrator.conformance;

/** Polls all the time, as a reconciler would that is called far too often. */
final class Poller implements Runnable {

  private final Run run;
  private volatile boolean stopped;

  Poller(Run run) {
    this.run = run;
  }

  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    while (!stopped) {
      var unused = run.direct("poll");
    }
  }
}
