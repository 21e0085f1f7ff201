package io.drsorchestrator.local.simulate.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** Somebody else who launches drills in the same account. */
final class Bystander {

  private final List<HttpEndpoint> endpoints;

  Bystander(List<HttpEndpoint> endpoints) {
    this.endpoints = endpoints;
  }

  /** A refusal is none of our business. */
  void drill(String region, String sourceServerId) {
    var body = JsonNodeFactory.instance.objectNode().put("isDrill", true);
    body.putArray("sourceServers").addObject().put("sourceServerID", sourceServerId);
    var credential =
        "AWS4-HMAC-SHA256 Credential=bystander/20260301/%s/drs/aws4_request".formatted(region);
    var request =
        new HttpRequest(
            "POST",
            "/StartRecovery",
            Map.of(),
            Map.of("authorization", credential),
            body.toString());
    endpoints.stream()
        .filter(endpoint -> endpoint.accepts(request))
        .forEach(endpoint -> endpoint.handle(request));
  }
}
