package io.drsorchestrator.local.races;

/** The invocation dies on the spot. An Error: no handler of exceptions may outlive it. */
final class Crash extends Error {

  Crash(String message) {
    super(message);
  }
}
