package io.drsorchestrator.application.explorer;

/** Leaves an invocation where it is about to make a call; no use case catches an error. */
final class Suspended extends Error {

  Suspended() {
    super("suspended", null, false, false);
  }
}
