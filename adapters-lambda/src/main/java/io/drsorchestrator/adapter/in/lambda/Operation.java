package io.drsorchestrator.adapter.in.lambda;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The operations of the execution-handler by their names in a payload (FR-1.2). */
enum Operation {
  CREATE("create"),
  FIND("find"),
  POLL("poll"),
  UPDATE("update"),
  FINALIZE("finalize"),
  PAUSE("pause"),
  RESUME("resume"),
  START_WAVE("startWave"),
  CANCEL("cancel");

  private final String wireName;

  Operation(String wireName) {
    this.wireName = wireName;
  }

  static Option<Operation> named(String name) {
    return Vector.of(values()).find(operation -> operation.wireName.equals(name));
  }

  static Vector<Operation> all() {
    return Vector.of(values());
  }

  /** What a workflow may do: everything but what operators and the schedule are for. */
  static Vector<Operation> ofWorkflows() {
    return all().removeAll(Vector.of(FIND, CANCEL));
  }

  String wireName() {
    return wireName;
  }
}
