package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.time.Duration;

/** What a recovery took and why; additive to the contract. */
final class ReportEndpoints {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TARGET = "targetMinutes";

  private final UseCases useCases;

  ReportEndpoints(UseCases useCases) {
    this.useCases = useCases;
  }

  Map<String, Route> routes() {
    return LinkedHashMap.of("GET /executions/{id}/report", Route.reading(this::report));
  }

  private ObjectNode report(ApiRequest request) {
    var id = request.executionId();
    return ApiResponse.of(200, MAPPER.valueToTree(useCases.report().report(id, target(request))));
  }

  private static Option<Duration> target(ApiRequest request) {
    return request
        .query(TARGET)
        .map(
            text ->
                Option.of(text)
                    .filter(number -> number.matches("[1-9][0-9]{0,5}"))
                    .map(number -> Duration.ofMinutes(Integer.parseInt(number)))
                    .getOrElseThrow(() -> invalid(text)));
  }

  private static InvalidRequestException invalid(String value) {
    return new InvalidRequestException(
        "INVALID_PARAMETER",
        "%s is %s, but allowed is a number from 1 to 999999"
            .formatted(TARGET, Payload.shown(TextNode.valueOf(value))));
  }
}
