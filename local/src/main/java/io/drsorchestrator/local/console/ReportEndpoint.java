package io.drsorchestrator.local.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.http.SentRequest;
import io.drsorchestrator.local.report.ReportPage;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /console/report/ID}: what the API reports of an execution, as a page for people. */
public final class ReportEndpoint implements HttpEndpoint {

  private static final Pattern PATH = Pattern.compile("/console/report/([A-Za-z0-9_-]{1,80})");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpEndpoint api;

  /** In front of {@code api}, which decides who may see what. */
  public ReportEndpoint(HttpEndpoint api) {
    this.api = api;
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return request.method().equals("GET") && PATH.matcher(request.path()).matches();
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    var id = PATH.matcher(request.path()).replaceFirst("$1");
    var answer = api.handle(report(id, request));
    return answer.status() == 200 ? page(answer.body()) : answer;
  }

  private static HttpRequest report(String id, HttpRequest request) {
    var path = "/executions/" + id + "/report";
    var sent = new SentRequest(path, "", request.sent().headers(), request.sent().protocol());
    return new HttpRequest("GET", path, Map.of(), request.headers(), "", sent);
  }

  /** The page is one file: its style stands in it, and it has no script. */
  private static HttpResponse page(String report) {
    try {
      return new HttpResponse(
          200,
          Map.of(
              "Content-Type",
              "text/html; charset=utf-8",
              "Content-Security-Policy",
              "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
              "X-Content-Type-Options",
              "nosniff"),
          ReportPage.of(MAPPER.readTree(report)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the API answered no JSON", e);
    }
  }
}
