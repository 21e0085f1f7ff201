package io.drsorchestrator.local.http;

import java.util.Map;

/** An answer of an endpoint: status, headers and a UTF-8 body. */
public record HttpResponse(int status, Map<String, String> headers, String body) {

  /** An answer with a body of type {@code contentType}. */
  public static HttpResponse of(int status, String contentType, String body) {
    return new HttpResponse(status, Map.of("Content-Type", contentType), body);
  }
}
