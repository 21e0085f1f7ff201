package io.drsorchestrator.local.conformance;

import io.drsorchestrator.local.lambda.LambdaService;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Somebody else's function, wherever Lambda's Invoke API answers for it. */
final class RemoteFunction implements LambdaService {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI invocations;

  RemoteFunction(URI lambda, String name) {
    invocations = lambda.resolve("/2015-03-31/functions/" + name + "/invocations");
  }

  @Override
  public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    var unused = CompletableFuture.runAsync(() -> done.accept(invoke(payload)));
  }

  @Override
  public InvocationResult invoke(String payload) {
    var request = HttpRequest.newBuilder(invocations).POST(BodyPublishers.ofString(payload));
    try {
      return result(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      return InvocationResult.serviceError("Lambda.ServiceException", String.valueOf(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return InvocationResult.serviceError("Lambda.ServiceException", "interrupted");
    }
  }

  private static InvocationResult result(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      return InvocationResult.serviceError("Lambda.ServiceException", response.body());
    }
    return response.headers().firstValue("X-Amz-Function-Error").isPresent()
        ? InvocationResult.functionError(response.body())
        : InvocationResult.success(response.body());
  }

  @Override
  public void close() {
    // The function is not ours to end.
  }
}
