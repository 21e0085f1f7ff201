package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The operations of the execution-handler by their names in a payload (FR-1.2). */
enum Operation {
  CREATE("create"),
  PREFLIGHT("preflight"),
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

  /** The operation that a payload names; an unknown one is refused with those that there are. */
  static Operation of(JsonNode event) {
    var name = event.path("operation");
    return named(name.asText())
        .getOrElseThrow(
            () -> InvalidRequestException.unknownOperation(Payload.shown(name), names(all())));
  }

  static Vector<String> names(Vector<Operation> operations) {
    return operations.map(Operation::wireName);
  }

  static Option<Operation> named(String name) {
    return Vector.of(values()).find(operation -> operation.wireName.equals(name));
  }

  static Vector<Operation> all() {
    return Vector.of(values());
  }

  /** What a workflow may do: everything but what operators and the schedule are for. */
  static Vector<Operation> ofWorkflows() {
    return all().removeAll(Vector.of(PREFLIGHT, FIND, CANCEL));
  }

  String wireName() {
    return wireName;
  }
}
