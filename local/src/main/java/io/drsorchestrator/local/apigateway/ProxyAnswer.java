package io.drsorchestrator.local.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.HashMap;
import java.util.Set;

/** What a function answers to a proxy event, as HTTP; whatever has another shape is a 502. */
final class ProxyAnswer {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Set<String> FIELDS =
      Set.of("isBase64Encoded", "statusCode", "headers", "multiValueHeaders", "body");

  private ProxyAnswer() {}

  static HttpResponse of(InvocationResult result) {
    if (!(result instanceof InvocationResult.Answer answer)) {
      return GatewayResponse.badGateway();
    }
    try {
      var json = MAPPER.readTree(answer.payloadJson());
      return isWellFormed(json) ? response(json) : GatewayResponse.badGateway();
    } catch (JsonProcessingException e) {
      return GatewayResponse.badGateway();
    }
  }

  private static boolean isWellFormed(JsonNode json) {
    var status = json.path("statusCode");
    var body = json.path("body");
    return json.isObject()
        && json.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))
        && status.isInt()
        && status.intValue() >= 100
        && status.intValue() <= 599
        && (body.isTextual() || body.isNull() || body.isMissingNode())
        && json.path("headers").properties().stream()
            .allMatch(header -> header.getValue().isValueNode());
  }

  private static HttpResponse response(JsonNode json) {
    var headers = new HashMap<String, String>();
    json.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    headers.putIfAbsent("Content-Type", "application/json");
    return new HttpResponse(
        json.path("statusCode").intValue(), headers, json.path("body").asText(""));
  }
}
