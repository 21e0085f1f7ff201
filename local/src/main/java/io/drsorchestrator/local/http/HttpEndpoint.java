package io.drsorchestrator.local.http;

/** One protocol on the shared port, such as DRS (REST-JSON), EC2 (query) or Step Functions. */
public interface HttpEndpoint {

  /** Whether this endpoint is the one that {@code request} is meant for. */
  boolean accepts(HttpRequest request);

  /** Answers {@code request}; only called when {@link #accepts} said so. */
  HttpResponse handle(HttpRequest request);
}
