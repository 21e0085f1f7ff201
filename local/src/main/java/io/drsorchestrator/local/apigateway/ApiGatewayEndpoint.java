package io.drsorchestrator.local.apigateway;

import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A REST API whose methods are all proxies of the one function, and the OpenAPI file that it was
 * imported from. Everybody who reaches it counts as signed in.
 */
public final class ApiGatewayEndpoint implements HttpEndpoint {

  /** Where the file is served. */
  public static final String FILE = "/openapi.yaml";

  private static final int TIMEOUT_SECONDS = 29;
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  private final String openApi;
  private final ApiResources resources;
  private final RequestContext context;
  private final LambdaService lambda;
  private final InstantSource clock;

  private ApiGatewayEndpoint(
      String openApi, RequestContext context, LambdaService lambda, InstantSource clock) {
    this.openApi = openApi;
    this.resources = ApiResources.parse(openApi);
    this.context = context;
    this.lambda = lambda;
    this.clock = clock;
  }

  /** The API that {@code openApi} describes, in front of {@code lambda}. */
  public static ApiGatewayEndpoint of(
      String openApi, String account, LambdaService lambda, InstantSource clock) {
    var user = System.getProperty("user.name", "operator");
    return new ApiGatewayEndpoint(
        openApi, new RequestContext(account, "local", user), lambda, clock);
  }

  /** By the first part of the path: the rest of the port belongs to other services. */
  @Override
  public boolean accepts(HttpRequest request) {
    return request.path().equals(FILE)
        || resources.resources().stream()
            .anyMatch(resource -> request.path().startsWith(root(resource)));
  }

  private static String root(ApiResource resource) {
    return "/" + resource.template().split("/", -1)[1];
  }

  /** With the time of this system, which may run faster than that of the machine. */
  @Override
  public HttpResponse handle(HttpRequest request) {
    var answer = answer(request);
    var headers = new HashMap<>(answer.headers());
    headers.put(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    return new HttpResponse(answer.status(), headers, answer.body());
  }

  private HttpResponse answer(HttpRequest request) {
    if (request.path().equals(FILE)) {
      return GatewayResponse.of(200, "application/yaml", openApi);
    }
    return resources
        .of(request.sent().path())
        .map(resource -> answer(request, resource))
        .orElseGet(GatewayResponse::missingAuthenticationToken);
  }

  private HttpResponse answer(HttpRequest request, ApiResource resource) {
    if (request.method().equals("OPTIONS")) {
      return GatewayResponse.preflight();
    }
    if (!resource.methods().contains(request.method())) {
      return GatewayResponse.missingAuthenticationToken();
    }
    var id = UUID.randomUUID().toString();
    var event =
        ProxyEvent.of(request, resource, context.of(request, resource, id, clock.instant()))
            .toString();
    return event.getBytes(StandardCharsets.UTF_8).length > LARGEST_EVENT
        ? GatewayResponse.requestTooLong()
        : answer(event);
  }

  private HttpResponse answer(String event) {
    var result = new CompletableFuture<InvocationResult>();
    lambda.invoke("", event, result::complete);
    try {
      return ProxyAnswer.of(result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return GatewayResponse.timedOut();
    } catch (ExecutionException e) {
      return GatewayResponse.badGateway();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return GatewayResponse.badGateway();
    }
  }
}
