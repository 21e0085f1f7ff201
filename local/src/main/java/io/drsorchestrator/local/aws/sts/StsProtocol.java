package io.drsorchestrator.local.aws.sts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.Accounts;
import io.drsorchestrator.local.aws.api.ApiCall;
import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.query.QueryParameters;
import io.drsorchestrator.local.aws.query.Xml;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The query and XML API of STS, version 2011-06-15. */
public final class StsProtocol implements ApiProtocol {

  /** The signing name. */
  public static final String SERVICE = "sts";

  /** The one operation. */
  public static final String ASSUME_ROLE = "AssumeRole";

  private static final String NAMESPACE = " xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"";

  private final AssumeRole assumeRole;

  public StsProtocol(Roles roles, Accounts accounts, InstantSource clock) {
    this.assumeRole = new AssumeRole(roles, accounts, clock);
  }

  @Override
  public String service() {
    return SERVICE;
  }

  @Override
  public String operation(HttpRequest request) {
    return QueryParameters.of(request).find("Action").orElse("");
  }

  @Override
  public JsonNode perform(ApiCall call, HttpRequest request) {
    if (!call.operation().equals(ASSUME_ROLE)) {
      throw StsErrors.unknownAction(call.operation()).toException();
    }
    return assumeRole.answer(call.location(), QueryParameters.of(request));
  }

  @Override
  public HttpResponse answer(String operation, JsonNode tree, String requestId) {
    ObjectNode all = ((ObjectNode) tree).deepCopy();
    all.putObject("ResponseMetadata").put("RequestId", requestId);
    return xml(200, Xml.document(operation + "Response", NAMESPACE, all), Map.of());
  }

  @Override
  public HttpResponse refusal(ApiError error, String requestId) {
    ObjectNode tree = Json.object();
    tree.putObject("Error")
        .put("Type", error.status() < 500 ? "Sender" : "Receiver")
        .put("Code", error.code())
        .put("Message", error.message());
    tree.put("RequestId", requestId);
    Map<String, String> headers = new LinkedHashMap<>();
    error.retryAfterSeconds().ifPresent(it -> headers.put("Retry-After", it.toString()));
    return xml(error.status(), Xml.document("ErrorResponse", NAMESPACE, tree), headers);
  }

  @Override
  public ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return StsErrors.throttled(retryAfterSeconds);
  }

  @Override
  public ApiError error(Optional<String> code) {
    return StsErrors.named(code);
  }

  private static HttpResponse xml(int status, String body, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "text/xml");
    return new HttpResponse(status, headers, body);
  }
}
