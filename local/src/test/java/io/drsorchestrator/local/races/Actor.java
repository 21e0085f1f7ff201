package io.drsorchestrator.local.races;

import java.util.concurrent.Semaphore;

/** One caller: a thread that runs only while it holds the baton. */
final class Actor {

  private final String name;
  final Semaphore turn = new Semaphore(0);
  long wakesAt;
  boolean done;

  /** What it does now, and when Lambda would kill it. */
  String operation = "";

  long operationEnds = Long.MAX_VALUE;
  int lastCall;
  int previousCall;

  /** Its looks at AWS arrive late. */
  boolean delayed;

  Actor(String name) {
    this.name = name;
  }

  void begin(String started, long ends) {
    operation = started;
    operationEnds = ends;
  }

  void end() {
    operation = "";
    operationEnds = Long.MAX_VALUE;
  }

  String name() {
    return name;
  }

  String describe() {
    return operation.isEmpty() ? name : name + " " + operation;
  }
}
