package io.drsorchestrator.local.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.vavr.collection.Vector;
import java.util.ArrayList;

/**
 * A line of the log that tells of a lifecycle event.
 *
 * @param number its place in the file, from 1 on
 */
record EventLine(int number, JsonNode json) {

  String event() {
    return text("event");
  }

  String executionId() {
    return text("executionId");
  }

  long version() {
    return json.path("version").asLong();
  }

  long versionBefore() {
    return json.path("versionBefore").asLong();
  }

  /** Whether its write moved the version on. */
  boolean isStep() {
    return version() != versionBefore();
  }

  int part() {
    return json.path("part").asInt();
  }

  int parts() {
    return json.path("parts").asInt();
  }

  String status() {
    return text("status");
  }

  String from() {
    return text("from");
  }

  String to() {
    return text("to");
  }

  int wave() {
    return json.path("wave").asInt(-1);
  }

  Vector<String> waves() {
    var statuses = new ArrayList<String>();
    json.path("waves").forEach(status -> statuses.add(status.asText()));
    return Vector.ofAll(statuses);
  }

  String text(String field) {
    return json.path(field).asText();
  }

  boolean is(String... events) {
    return Vector.of(events).contains(event());
  }
}
