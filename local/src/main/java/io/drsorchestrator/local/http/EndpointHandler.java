package io.drsorchestrator.local.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;

/** The bridge from Jetty to the endpoints. */
final class EndpointHandler extends Handler.Abstract {

  private static final String JSON = "application/json";

  private final List<HttpEndpoint> endpoints;

  EndpointHandler(List<HttpEndpoint> endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    try {
      write(answer(request), response, callback);
    } catch (LostAnswerException e) {
      request.getConnectionMetaData().getConnection().getEndPoint().close();
      callback.failed(e);
    }
    return true;
  }

  private HttpResponse answer(Request request) throws IOException {
    HttpRequest read;
    try {
      read = read(request);
    } catch (BadMessageException | IllegalArgumentException e) {
      return problem(400, "Bad Request");
    }
    return answer(read);
  }

  private HttpResponse answer(HttpRequest request) {
    try {
      return endpoints.stream()
          .filter(endpoint -> endpoint.accepts(request))
          .findFirst()
          .map(endpoint -> endpoint.handle(request))
          .orElseGet(() -> problem(404, "nothing answers " + request.path()));
    } catch (IllegalStateException | IllegalArgumentException | NullPointerException e) {
      return problem(500, "defect of the simulator: " + e);
    }
  }

  private static HttpRequest read(Request request) throws IOException {
    String path = URIUtil.decodePath(request.getHttpURI().getPath());
    String body = Content.Source.asString(request, StandardCharsets.UTF_8);
    return new HttpRequest(
        request.getMethod(), path, query(request), headers(request), body, sent(request));
  }

  private static SentRequest sent(Request request) {
    String query = request.getHttpURI().getQuery();
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (HttpField field : request.getHeaders()) {
      headers.add(Map.entry(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
    }
    return new SentRequest(
        request.getHttpURI().getPath(),
        query == null ? "" : query,
        headers,
        request.getConnectionMetaData().getProtocol());
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValues().get(field.getValues().size() - 1));
    }
    return query;
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue());
    }
    return headers;
  }

  private static void write(HttpResponse answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    answer.headers().forEach(response.getHeaders()::put);
    Content.Sink.write(response, true, answer.body(), callback);
  }

  private static HttpResponse problem(int status, String message) {
    String escaped = message.replace("\\", "\\\\").replace("\"", "\\\"");
    return HttpResponse.of(status, JSON, "{\"message\":\"" + escaped + "\"}");
  }
}
