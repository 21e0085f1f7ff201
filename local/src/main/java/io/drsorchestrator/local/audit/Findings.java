package io.drsorchestrator.local.audit;

import io.vavr.collection.Vector;

/** The findings of one line, or of what follows it, while they are gathered. */
final class Findings {

  private final int line;
  private Vector<Finding> all = Vector.empty();

  Findings(int line) {
    this.line = line;
  }

  void unless(boolean holds, Rule rule, String expected) {
    if (!holds) {
      all = all.append(new Finding(rule, line, expected));
    }
  }

  Vector<Finding> all() {
    return all;
  }
}
