package io.drsorchestrator.local.aws.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.aws.api.Accounts;
import io.drsorchestrator.local.aws.api.ApiCall;
import io.drsorchestrator.local.aws.api.ApiError;
import io.drsorchestrator.local.aws.api.ApiException;
import io.drsorchestrator.local.aws.api.ApiProtocol;
import io.drsorchestrator.local.aws.api.CallCounts;
import io.drsorchestrator.local.aws.api.Credential;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** A service behind HTTP: finds out who calls, counts, lets faults strike and answers. */
public final class SimulatedEndpoint implements HttpEndpoint {

  private final ApiProtocol protocol;
  private final Accounts accounts;
  private final CallCounts counts;
  private final Faults faults;
  private final Pause pause;
  private final AtomicLong requests = new AtomicLong();

  public SimulatedEndpoint(
      ApiProtocol protocol, Accounts accounts, CallCounts counts, Faults faults, Pause pause) {
    this.protocol = protocol;
    this.accounts = accounts;
    this.counts = counts;
    this.faults = faults;
    this.pause = pause;
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return Credential.of(request)
        .map(Credential::service)
        .filter(protocol.service()::equals)
        .isPresent();
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    ApiCall call = call(request);
    counts.add(call);
    Exchange exchange = new PlainExchange(call, request, requestId());
    return faults
        .strike(call)
        .map(fault -> disturb(fault, exchange))
        .orElseGet(() -> exchange.proceed(UnaryOperator.identity()));
  }

  private ApiCall call(HttpRequest request) {
    Credential credential = Credential.of(request).orElseThrow();
    return new ApiCall(
        protocol.service(),
        protocol.operation(request),
        accounts.locate(credential),
        asksForLaterPage(request));
  }

  /** DRS has the token in JSON, EC2 in a form. */
  private static boolean asksForLaterPage(HttpRequest request) {
    return request.body().contains("\"nextToken\":\"") || request.body().contains("NextToken=");
  }

  private HttpResponse disturb(Fault fault, Exchange exchange) {
    if (!fault.delay().isZero()) {
      pause.forTime(fault.delay());
    }
    return fault.effect().on(exchange);
  }

  private String requestId() {
    return new UUID(protocol.service().hashCode(), requests.incrementAndGet()).toString();
  }

  /** A call without any disturbance. */
  private final class PlainExchange implements Exchange {

    private final ApiCall call;
    private final HttpRequest request;
    private final String requestId;

    PlainExchange(ApiCall call, HttpRequest request, String requestId) {
      this.call = call;
      this.request = request;
      this.requestId = requestId;
    }

    @Override
    public ApiProtocol protocol() {
      return protocol;
    }

    @Override
    public HttpResponse proceed(UnaryOperator<JsonNode> change) {
      try {
        JsonNode answer = change.apply(protocol.perform(call, request));
        return protocol.answer(call.operation(), answer, requestId);
      } catch (ApiException e) {
        return refuse(e.error());
      }
    }

    @Override
    public HttpResponse refuse(ApiError error) {
      return protocol.refusal(error, requestId);
    }
  }
}
