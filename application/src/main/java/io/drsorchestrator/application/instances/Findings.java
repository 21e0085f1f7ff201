package io.drsorchestrator.application.instances;

import io.vavr.collection.Vector;

/**
 * What DRS has of an execution.
 *
 * @param launching the servers without an instance in jobs that have not ended
 */
record Findings(Vector<OwnInstance> instances, Vector<LaunchingServer> launching) {

  static final Findings NOTHING = new Findings(Vector.empty(), Vector.empty());

  Findings and(Findings others) {
    return new Findings(
        instances.appendAll(others.instances), launching.appendAll(others.launching));
  }

  boolean isNothing() {
    return instances.isEmpty() && launching.isEmpty();
  }
}
