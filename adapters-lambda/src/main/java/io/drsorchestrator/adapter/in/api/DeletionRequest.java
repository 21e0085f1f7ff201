package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;

/**
 * Which executions a request wants deleted. No ids at all means all that are finished, so whatever
 * looks like a selection is taken for one, or refused (D37).
 */
final class DeletionRequest {

  private static final int MOST_IDS = 1000;

  private DeletionRequest() {}

  /** Whether it selects: a parameter that nobody knows is a selection with a slip in its name. */
  static boolean names(ApiRequest request) {
    var others = request.queryNames().reject(name -> name.equals("ids") || name.equals("_t"));
    if (others.nonEmpty()) {
      throw invalid(
          "query parameter", others.head(), "ids, or none to delete all that are finished");
    }
    return request.queryNames().contains("ids") || !request.body().json().isEmpty();
  }

  /** Of the query, else of the body. */
  static Vector<ExecutionId> ids(ApiRequest request) {
    return request.queryNames().contains("ids")
        ? valid(Vector.of(request.query("ids").getOrElse("").split(",", -1)))
        : postedIds(request);
  }

  static Vector<ExecutionId> postedIds(ApiRequest request) {
    var posted = request.body().json().path("executionIds");
    if (!posted.isArray() && !posted.isMissingNode() && !posted.isNull()) {
      throw invalid("executionIds", posted, "a list of ids");
    }
    return valid(Vector.ofAll(posted).map(DeletionRequest::text));
  }

  private static String text(JsonNode element) {
    if (!element.isTextual()) {
      throw invalid("executionIds", element, "a list of ids");
    }
    return element.textValue();
  }

  private static Vector<ExecutionId> valid(Vector<String> texts) {
    var ids = texts.map(String::strip).reject(String::isEmpty).map(DeletionRequest::id).distinct();
    if (ids.isEmpty()) {
      throw new InvalidRequestException(
          "MISSING_EXECUTION_IDS", "No execution id is given: ids or executionIds names them");
    }
    if (ids.size() > MOST_IDS) {
      throw new InvalidRequestException(
          "INVALID_PARAMETER",
          "%d execution ids are given, but allowed are at most %d".formatted(ids.size(), MOST_IDS));
    }
    return ids;
  }

  private static ExecutionId id(String text) {
    try {
      return new ExecutionId(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(
          "INVALID_PARAMETER",
          "An execution id is %s, but %s"
              .formatted(Payload.shown(TextNode.valueOf(text)), e.getMessage()));
    }
  }

  private static InvalidRequestException invalid(String name, String value, String allowed) {
    return invalid(name, TextNode.valueOf(value), allowed);
  }

  private static InvalidRequestException invalid(String name, JsonNode value, String allowed) {
    return new InvalidRequestException(
        "INVALID_PARAMETER",
        "%s is %s, but allowed is %s".formatted(name, Payload.shown(value), allowed));
  }
}
