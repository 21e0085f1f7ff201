package io.drsorchestrator.local.races;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.simulate.judge.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All that was stored, answered and launched, in the order in which it happened. */
final class History {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The item after a successful write. */
  record Version(int at, String operation, Item item) {}

  /** An answer that reached its caller; the request was made at {@code from}. */
  record Acknowledged(int from, int at, JsonNode request, JsonNode answer) {

    String operation() {
      return Caller.nameOf(request);
    }

    boolean isOperators() {
      return !request.has("workflow") && answer.path("statusCode").asInt() == 200;
    }

    /** Whether it came over HTTP. */
    boolean isClick() {
      return request.has("httpMethod");
    }

    /** A command that was refused for the state in which the execution was. */
    boolean isRefused() {
      return answer.path("statusCode").asInt() == 400 && !currentStatus().isEmpty();
    }

    String currentStatus() {
      return body().path("currentStatus").asText();
    }

    private JsonNode body() {
      try {
        return MAPPER.readTree(answer.path("body").asText("{}"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A job that DRS started; its caller's call before was {@code previous}. */
  record Launch(int at, int previous, int wave, String job) {}

  final List<Version> versions = new ArrayList<>();
  final List<Acknowledged> acknowledged = new ArrayList<>();
  final List<Launch> launches = new ArrayList<>();
  final List<String> surprises = new ArrayList<>();

  /** The kinds of the messages that people got. */
  final List<String> notified = new ArrayList<>();

  /** Crashes and lost answers, after which nobody may have told what was written. */
  int troubles;

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

  /** The item as it was when a request was made, and all that it became until the answer. */
  Stream<Item> during(Acknowledged told) {
    var changes =
        versions.stream()
            .filter(version -> version.at() > told.from() && version.at() <= told.at())
            .map(Version::item);
    return Stream.concat(Stream.of(at(told.from())), changes);
  }

  boolean hasSeen(String status) {
    return versions.stream().anyMatch(version -> version.item().status().equals(status));
  }
}
