package io.drsorchestrator.local.simulate.run;

import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.simulate.scenario.Call;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The way from the clients of the SDK to the simulated services, without a network. */
final class Wire {

  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");

  private final List<HttpEndpoint> endpoints;
  private final Weather weather;
  private final UnaryOperator<HttpRequest> requests;

  Wire(List<HttpEndpoint> endpoints, Weather weather, UnaryOperator<HttpRequest> requests) {
    this.endpoints = endpoints;
    this.weather = weather;
    this.requests = requests;
  }

  HttpResponse send(HttpRequest sent) throws IOException {
    var request = requests.apply(sent);
    var call = Call.to(service(request), operation(request));
    try {
      return weather.pass(call, age -> answer(request));
    } catch (CallTrouble e) {
      return switch (e.kind()) {
        case THROTTLED -> ServiceErrors.throttled(call.service());
        case SERVER_ERROR -> ServiceErrors.broken(call.service());
        case NO_ANSWER -> throw new IOException("simulated: no answer");
      };
    }
  }

  private HttpResponse answer(HttpRequest request) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.accepts(request))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing answers " + request.path()))
        .handle(request);
  }

  private static String service(HttpRequest request) {
    var scope = SCOPE.matcher(request.header("Authorization").orElse(""));
    return scope.find() ? scope.group(1) : "unknown";
  }

  private static String operation(HttpRequest request) {
    var target = request.header("X-Amz-Target").orElse("");
    if (!target.isEmpty()) {
      return target.substring(target.lastIndexOf('.') + 1);
    }
    var action = ACTION.matcher(request.body());
    return action.find() ? action.group(1) : request.path().substring(1);
  }
}
