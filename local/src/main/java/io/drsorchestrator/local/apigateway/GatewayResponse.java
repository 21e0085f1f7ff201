package io.drsorchestrator.local.apigateway;

import io.drsorchestrator.local.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** What API Gateway answers itself; it has the CORS headers as well (contract 3.1). */
final class GatewayResponse {

  private static final Map<String, String> CORS =
      Map.of(
          "Access-Control-Allow-Origin", "*",
          "Access-Control-Allow-Headers", "Content-Type,Authorization",
          "Access-Control-Allow-Methods", "GET,POST,PUT,DELETE,OPTIONS");

  private GatewayResponse() {}

  /** No method of a resource: API Gateway does not tell whether the resource is known. */
  static HttpResponse missingAuthenticationToken() {
    return error(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
  }

  static HttpResponse requestTooLong() {
    return error(413, "RequestTooLargeException", "Request Too Long");
  }

  /** The function failed, or its answer has another shape than it must have. */
  static HttpResponse badGateway() {
    return error(502, "InternalServerErrorException", "Internal server error");
  }

  static HttpResponse timedOut() {
    return error(504, "InternalServerErrorException", "Endpoint request timed out");
  }

  /** The mock behind OPTIONS. */
  static HttpResponse preflight() {
    return of(200, "application/json", "");
  }

  static HttpResponse of(int status, String contentType, String body) {
    var headers = new HashMap<>(CORS);
    headers.put("Content-Type", contentType);
    return new HttpResponse(status, headers, body);
  }

  private static HttpResponse error(int status, String type, String message) {
    var answer = of(status, "application/json", "{\"message\":\"" + message + "\"}");
    answer.headers().put("x-amzn-ErrorType", type);
    return answer;
  }
}
