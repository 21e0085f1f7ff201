package io.drsorchestrator.local.races;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that was stored, answered and launched, in the order in which it happened. */
final class History {

  /** The item after a successful write. */
  record Version(int at, String operation, Item item) {}

  /** An answer that reached its caller; the request was made at {@code from}. */
  record Acknowledged(int from, int at, JsonNode request, JsonNode answer) {

    String operation() {
      return request.path("operation").asText();
    }

    boolean isOperators() {
      return !request.has("workflow") && answer.path("statusCode").asInt() == 200;
    }
  }

  /** A job that DRS started; its caller's call before was {@code previous}. */
  record Launch(int at, int previous, int wave, String job) {}

  final List<Version> versions = new ArrayList<>();
  final List<Acknowledged> acknowledged = new ArrayList<>();
  final List<Launch> launches = new ArrayList<>();
  final List<String> surprises = new ArrayList<>();
  int conflicts;

  void stored(int at, String operation, Map<String, AttributeValue> item) {
    versions.add(new Version(at, operation, new Item(item)));
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  Item last() {
    return versions.get(versions.size() - 1).item();
  }

  /** The item as it was at a moment. */
  Item at(int moment) {
    var seen = versions.get(0).item();
    for (var version : versions) {
      if (version.at() <= moment) {
        seen = version.item();
      }
    }
    return seen;
  }

  boolean hasSeen(String status) {
    return versions.stream().anyMatch(version -> version.item().status().equals(status));
  }
}
