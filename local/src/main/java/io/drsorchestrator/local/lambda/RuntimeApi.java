package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The Lambda Runtime API (version 2018-06-01) for one execution environment, which fetches one
 * invocation after another and posts what became of it.
 */
final class RuntimeApi implements HttpEndpoint {

  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final String INVOCATION = PREFIX + "invocation/";

  /** Asked for when a process is ready for its snapshot; the answer comes after the restore. */
  static final String RESTORE = PREFIX + "restore/next";

  private final String functionArn;
  private final BlockingQueue<Invocation> queue = new LinkedBlockingQueue<>();
  private final ConcurrentMap<String, Invocation> open = new ConcurrentHashMap<>();

  RuntimeApi(String functionArn) {
    this.functionArn = functionArn;
  }

  void offer(Invocation invocation) {
    open.put(invocation.requestId(), invocation);
    queue.add(invocation);
  }

  /** Tells all open invocations that their environment is gone. */
  void fail(InvocationResult failure) {
    open.values().forEach(invocation -> invocation.result().complete(failure));
    open.clear();
  }

  @Override
  public boolean accepts(HttpRequest request) {
    return request.path().startsWith(PREFIX);
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    if (request.path().equals(INVOCATION + "next")) {
      return next();
    }
    if (request.path().equals(RESTORE)) {
      return HttpResponse.of(200, "application/json", "{}");
    }
    if (request.path().startsWith(INVOCATION)) {
      var parts = request.path().substring(INVOCATION.length()).split("/", -1);
      return done(parts[0], parts[1].equals("response"), request.body());
    }
    fail(InvocationResult.functionError(request.body()));
    return accepted();
  }

  /** Waits for the next invocation, as Lambda freezes an environment that has nothing to do. */
  private HttpResponse next() {
    try {
      var invocation = queue.take();
      return new HttpResponse(200, headers(invocation, invocation.begin()), invocation.payload());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HttpResponse.of(503, "application/json", "{}");
    }
  }

  private Map<String, String> headers(Invocation invocation, long deadlineMillis) {
    return Map.of(
        "Content-Type",
        "application/json",
        "Lambda-Runtime-Aws-Request-Id",
        invocation.requestId(),
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(deadlineMillis),
        "Lambda-Runtime-Invoked-Function-Arn",
        functionArn,
        "Lambda-Runtime-Trace-Id",
        invocation.traceHeader(deadlineMillis));
  }

  private HttpResponse done(String requestId, boolean success, String body) {
    var invocation = open.remove(requestId);
    if (invocation != null) {
      invocation
          .result()
          .complete(
              success ? InvocationResult.success(body) : InvocationResult.functionError(body));
    }
    return accepted();
  }

  private static HttpResponse accepted() {
    return HttpResponse.of(202, "application/json", "{\"status\":\"OK\"}");
  }
}
