package io.drsorchestrator.local.console;

import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The static files of the console at {@code /}. What a browser may do with them is limited to them
 * and to this server: data that found its way into the page could not load or run anything.
 */
public final class ConsoleEndpoint implements HttpEndpoint {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final Map<String, String> PROTECTION =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-cache");

  private final Map<String, HttpResponse> files;

  private ConsoleEndpoint(Map<String, HttpResponse> files) {
    this.files = files;
  }

  /** All files, read once from the class path. */
  public static ConsoleEndpoint load() {
    var files = new LinkedHashMap<String, HttpResponse>();
    ConsoleFiles.PATHS.forEach((path, resource) -> files.put(path, file(resource)));
    return new ConsoleEndpoint(files);
  }

  private static HttpResponse file(String resource) {
    var headers = new LinkedHashMap<>(PROTECTION);
    var type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    headers.put("Content-Type", type == null ? "application/octet-stream" : type);
    return new HttpResponse(200, headers, read(resource));
  }

  private static String read(String resource) {
    try (var stream = ConsoleEndpoint.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return request.method().equals("GET") && files.containsKey(request.path());
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    return Objects.requireNonNull(files.get(request.path()), request::path);
  }
}
