package io.drsorchestrator.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as an endpoint sees it.
 *
 * @param path without query string, such as {@code /StartRecovery}
 * @param query decoded query parameters, the last value of a repeated one
 * @param headers names in lower case, the last value of a repeated one
 * @param body UTF-8 text, empty if there is none
 * @param sent how it came in, for endpoints that pass it on
 */
public record HttpRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    SentRequest sent) {

  /** A request that nobody passes on. */
  public HttpRequest(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      String body) {
    this(method, path, query, headers, body, new SentRequest(path, "", List.of(), "HTTP/1.1"));
  }

  /** The header {@code name}, in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
