package io.drsorchestrator.local.aws.drs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.ApiCall;
import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.aws.api.InvalidPageTokenException;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The REST-JSON API of DRS over a {@link DrsWorld}. */
public final class DrsProtocol implements ApiProtocol {

  /** The signing name. */
  public static final String SERVICE = "drs";

  private final DrsWorld world;

  public DrsProtocol(DrsWorld world) {
    this.world = world;
  }

  @Override
  public String service() {
    return SERVICE;
  }

  @Override
  public String operation(HttpRequest request) {
    String path = request.path();
    if (path.startsWith(Tagging.PATH)) {
      return switch (request.method()) {
        case "GET" -> "ListTagsForResource";
        case "POST" -> "TagResource";
        default -> request.method() + " " + Tagging.PATH;
      };
    }
    return request.method().equals("POST") ? path.substring(1) : request.method() + " " + path;
  }

  @Override
  public JsonNode perform(ApiCall call, HttpRequest request) {
    Operation operation =
        Operations.find(call.operation()).orElseThrow(() -> unknown(call).toException());
    DrsRequest input = DrsRequest.of(request);
    try {
      return world.in(call.location(), (drs, now) -> operation.answer(drs, input, now));
    } catch (InvalidPageTokenException e) {
      throw DrsErrors.invalid("nextToken", "is not valid for this request").toException();
    }
  }

  @Override
  public HttpResponse answer(String operation, JsonNode tree, String requestId) {
    int status = Operations.status(operation);
    String body = status == 204 ? "" : tree.toString();
    return new HttpResponse(status, headers(requestId), body);
  }

  @Override
  public HttpResponse refusal(ApiError error, String requestId) {
    Map<String, String> headers = headers(requestId);
    headers.put("x-amzn-ErrorType", error.code());
    error.retryAfterSeconds().ifPresent(it -> headers.put("Retry-After", it.toString()));
    ObjectNode body = Json.object().put("message", error.message());
    error.members().forEach((name, value) -> body.set(name, Json.tree(value)));
    return new HttpResponse(error.status(), headers, body.toString());
  }

  @Override
  public ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return DrsErrors.throttled(retryAfterSeconds);
  }

  @Override
  public ApiError error(Optional<String> code) {
    return DrsErrors.named(code);
  }

  private static ApiError unknown(ApiCall call) {
    return DrsErrors.unknownOperation(call.operation(), Operations.names());
  }

  private static Map<String, String> headers(String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", requestId);
    return headers;
  }
}
