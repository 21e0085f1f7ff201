package io.drsorchestrator.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vavr.collection.Vector;
import java.util.HashSet;

/**
 * Takes the lifecycle events out of a log. Whatever else is in it is passed over; a line that is
 * there twice, as exports have it, counts once.
 */
final class LogReader {

  private static final String LOGGER = "io.drsorchestrator.lifecycle";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private LogReader() {}

  static Vector<EventLine> events(Iterable<String> lines) {
    var known = new HashSet<JsonNode>();
    var events = Vector.<EventLine>empty();
    var number = 0;
    for (var line : lines) {
      number++;
      var json = parsed(line);
      if (isEvent(json) && known.add(json)) {
        events = events.append(new EventLine(number, json));
      }
    }
    return events;
  }

  private static boolean isEvent(JsonNode json) {
    return json.path("logger").asText().equals(LOGGER)
        || (json.hasNonNull("event") && json.has("versionBefore"));
  }

  /** Tools put the time or the name of a stream before the line. */
  private static JsonNode parsed(String line) {
    var begin = line.indexOf('{');
    if (begin < 0) {
      return MissingNode.getInstance();
    }
    try {
      return MAPPER.readTree(line.substring(begin));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
