package io.drsorchestrator.adapter.in.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.request.Words;
import io.drsorchestrator.application.UseCases;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import java.time.InstantSource;

/** The HTTP API behind API Gateway (contract 3), by resource path and method, exactly (D36). */
public final class HttpApi {

  private static final int LONGEST_ROUTE = 200;

  private final Map<String, Route> routes;
  private final Authorization authorization;

  public HttpApi(UseCases useCases, Authorization authorization, InstantSource clock) {
    this.authorization = authorization;
    this.routes =
        LinkedHashMap.<String, Route>empty()
            .merge(new StartEndpoints(useCases, clock).routes())
            .merge(new CommandEndpoints(useCases, clock).routes())
            .merge(new ReadEndpoints(useCases).routes())
            .merge(new ReportEndpoints(useCases).routes())
            .merge(new DeleteEndpoints(useCases).routes())
            .merge(new InstanceEndpoints(useCases, clock).routes());
  }

  /** The answer to a proxy event. What is refused is an exception. */
  public JsonNode handle(JsonNode event) {
    var request = new ApiRequest(event);
    return routes
        .get(request.route())
        .map(route -> answer(route, request))
        .getOrElse(() -> unknown(request));
  }

  private ObjectNode answer(Route route, ApiRequest request) {
    route.permission().forEach(permission -> authorization.require(permission, request.caller()));
    request.check();
    return route.endpoint().apply(request);
  }

  private static ObjectNode unknown(ApiRequest request) {
    return ApiResponse.error(
        404, "NOT_FOUND", "No handler for " + Words.shortened(request.asked(), LONGEST_ROUTE));
  }

  /** Method and resource of everything that is answered. */
  public Set<String> routes() {
    return routes.keySet();
  }
}
