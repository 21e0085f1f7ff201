package io.drsorchestrator.local.aws.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.aws.api.ApiCall;
import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.aws.api.Json;
import io.drsorchestrator.local.aws.query.QueryParameters;
import io.drsorchestrator.local.aws.query.Xml;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The query and XML API of SNS, version 2010-03-31; every topic exists. */
public final class SnsProtocol implements ApiProtocol {

  /** The signing name. */
  public static final String SERVICE = "sns";

  /** The one operation. */
  public static final String PUBLISH = "Publish";

  private static final String NAMESPACE = " xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"";

  private final List<Published> published = new CopyOnWriteArrayList<>();
  private final List<Consumer<Published>> subscribers = new CopyOnWriteArrayList<>();

  /** All messages, the oldest first. */
  public List<Published> published() {
    return List.copyOf(published);
  }

  /** From now on {@code subscriber} gets every message. */
  public void subscribe(Consumer<Published> subscriber) {
    subscribers.add(subscriber);
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
    if (!call.operation().equals(PUBLISH)) {
      throw SnsErrors.unknownAction(call.operation()).toException();
    }
    Published message = Publish.message(call.location(), QueryParameters.of(request));
    published.add(message);
    subscribers.forEach(subscriber -> subscriber.accept(message));
    return Json.object().put("MessageId", new UUID(published.size(), 0).toString());
  }

  @Override
  public HttpResponse answer(String operation, JsonNode tree, String requestId) {
    ObjectNode all = Json.object();
    all.set(operation + "Result", tree);
    all.putObject("ResponseMetadata").put("RequestId", requestId);
    return xml(200, Xml.document(operation + "Response", NAMESPACE, all));
  }

  @Override
  public HttpResponse refusal(ApiError error, String requestId) {
    ObjectNode tree = Json.object();
    tree.putObject("Error")
        .put("Type", error.status() < 500 ? "Sender" : "Receiver")
        .put("Code", error.code())
        .put("Message", error.message());
    tree.put("RequestId", requestId);
    return xml(error.status(), Xml.document("ErrorResponse", NAMESPACE, tree));
  }

  @Override
  public ApiError throttled(Optional<Integer> retryAfterSeconds) {
    return SnsErrors.throttled(retryAfterSeconds);
  }

  @Override
  public ApiError error(Optional<String> code) {
    return SnsErrors.named(code);
  }

  private static HttpResponse xml(int status, String body) {
    return new HttpResponse(status, Map.of("Content-Type", "text/xml"), body);
  }
}
