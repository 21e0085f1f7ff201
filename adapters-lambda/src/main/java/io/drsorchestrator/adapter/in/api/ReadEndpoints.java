package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.read.ListExecutions.Page;
import io.drsorchestrator.application.read.ListPosition;
import io.drsorchestrator.application.read.ListQuery;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.charset.StandardCharsets;

/** List and details (contract 3.4, 3.5): they read DynamoDB and nothing else (D35). */
final class ReadEndpoints {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int USUAL_LIMIT = 50;
  private static final int LARGEST_LIMIT = 100;

  private final UseCases useCases;

  ReadEndpoints(UseCases useCases) {
    this.useCases = useCases;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of(
        "GET /executions", Route.reading(this::list),
        "GET /executions/{id}", Route.reading(this::details));
  }

  private ObjectNode details(ApiRequest request) {
    var execution = useCases.read().read(request.executionId());
    return ApiResponse.of(200, MAPPER.valueToTree(execution));
  }

  private ObjectNode list(ApiRequest request) {
    var query = new ListQuery(limit(request), request.query("accountId"), after(request));
    return ApiResponse.of(200, page(useCases.list().list(query, ReadEndpoints::size)));
  }

  private static ObjectNode page(Page page) {
    var body = JsonNodeFactory.instance.objectNode();
    var items = body.putArray("items");
    page.items().map(MAPPER::<JsonNode>valueToTree).forEach(items::add);
    return body.put("count", page.items().size())
        .put("nextToken", page.next().map(PageToken::of).getOrNull());
  }

  /** In bytes, as it is sent: JSON in a text of JSON. */
  private static long size(java.util.Map<String, Object> item) {
    var json = MAPPER.valueToTree(item).toString();
    return TextNode.valueOf(json).toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static int limit(ApiRequest request) {
    return request
        .query("limit")
        .map(
            text ->
                Option.of(text)
                    .filter(number -> number.matches("0*[1-9][0-9]{0,8}"))
                    .map(number -> Math.min(Integer.parseInt(number), LARGEST_LIMIT))
                    .getOrElseThrow(
                        () -> invalid("limit", text, "a number from 1 to " + LARGEST_LIMIT)))
        .getOrElse(USUAL_LIMIT);
  }

  private static Option<ListPosition> after(ApiRequest request) {
    return request
        .query("nextToken")
        .map(
            token ->
                PageToken.read(token)
                    .getOrElseThrow(
                        () ->
                            invalid(
                                "nextToken", token, "what an earlier answer has told, unchanged")));
  }

  private static InvalidRequestException invalid(String name, String value, String allowed) {
    return new InvalidRequestException(
        "INVALID_PARAMETER",
        "%s is %s, but allowed is %s"
            .formatted(name, Payload.shown(TextNode.valueOf(value)), allowed));
  }
}
