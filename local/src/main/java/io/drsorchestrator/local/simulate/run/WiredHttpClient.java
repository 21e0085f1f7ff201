package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The HTTP client of the SDK's clients: it hands requests to a wire. */
final class WiredHttpClient implements SdkHttpClient {

  private final Supplier<Wire> wire;

  WiredHttpClient(Supplier<Wire> wire) {
    this.wire = wire;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(wire.get().send(read(request)));
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public String clientName() {
    return "simulated";
  }

  @Override
  public void close() {}

  private static HttpRequest read(HttpExecuteRequest request) throws IOException {
    var http = request.httpRequest();
    return new HttpRequest(
        http.method().name(),
        URLDecoder.decode(http.encodedPath(), StandardCharsets.UTF_8),
        query(http),
        headers(http),
        body(request));
  }

  private static Map<String, String> query(SdkHttpRequest http) {
    var query = new HashMap<String, String>();
    http.forEachRawQueryParameter((name, values) -> query.put(name, last(values)));
    return query;
  }

  private static Map<String, String> headers(SdkHttpRequest http) {
    var headers = new HashMap<String, String>();
    http.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), last(values)));
    return headers;
  }

  private static String last(java.util.List<String> values) {
    return values.isEmpty() ? "" : values.get(values.size() - 1);
  }

  private static String body(HttpExecuteRequest request) throws IOException {
    var provider = request.contentStreamProvider();
    if (provider.isEmpty()) {
      return "";
    }
    try (var stream = provider.get().newStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static HttpExecuteResponse response(HttpResponse answer) {
    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    var http =
        SdkHttpFullResponse.builder()
            .statusCode(answer.status())
            .putHeader("Content-Length", Integer.toString(bytes.length));
    answer.headers().forEach(http::putHeader);
    return HttpExecuteResponse.builder()
        .response(http.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }
}
