package io.drsorchestrator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The function under test by Lambda's Invoke API (version 2015-03-31). */
final class Function {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI invocations;

  Function(Target.FunctionAddress address) {
    invocations =
        address.lambda().resolve("/2015-03-31/functions/" + address.name() + "/invocations");
  }

  Reply invoke(JsonNode event) {
    var request =
        HttpRequest.newBuilder(invocations)
            .timeout(LONGEST)
            .POST(BodyPublishers.ofString(event.toString()))
            .build();
    try {
      return reply(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + invocations, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Reply reply(HttpResponse<String> response) {
    var failed =
        response.statusCode() != 200
            || response.headers().firstValue("X-Amz-Function-Error").isPresent();
    return new Reply(Json.parse(response.body()), failed);
  }
}
