package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.application.find.FindExecutions.Found;
import io.vavr.collection.Vector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a look at all executions came to, as lines of JSON that are counted (monitoring-stack.yaml):
 * nobody reads the answer that EventBridge gets, and an execution that cannot be helped would stay
 * unnoticed.
 */
final class FindLog {

  /** The look went through; where this is missing, nobody looks after executions any more. */
  static final String ENDED = "FindEnded";

  /** One execution could not be helped on; the next look tries again. */
  static final String NOT_HELPED = "ExecutionNotHelped";

  private static final Logger LOG = LoggerFactory.getLogger("io.drsorchestrator.find");

  private FindLog() {}

  static void write(Vector<Found> found) {
    lines(found).forEach(FindLog::log);
  }

  private static void log(ObjectNode line) {
    var entry = LOG.atInfo();
    for (var field : line.properties()) {
      entry = entry.addKeyValue(field.getKey(), field.getValue());
    }
    entry.log(line.path("event").asText());
  }

  static Vector<ObjectNode> lines(Vector<Found> found) {
    var notHelped = found.filter(one -> one.result().isLeft());
    return notHelped.map(FindLog::notHelped).append(ended(found.size(), notHelped.size()));
  }

  private static ObjectNode notHelped(Found one) {
    return line(NOT_HELPED)
        .put("executionId", one.id().value())
        .put("error", one.result().getLeft());
  }

  private static ObjectNode ended(int found, int notHelped) {
    return line(ENDED).put("executionsFound", found).put("executionsNotHelped", notHelped);
  }

  private static ObjectNode line(String event) {
    return JsonNodeFactory.instance.objectNode().put("event", event);
  }
}
