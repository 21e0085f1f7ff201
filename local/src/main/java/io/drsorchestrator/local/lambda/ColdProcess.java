package io.drsorchestrator.local.lambda;

import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.local.http.HttpEndpoint;
import io.drsorchestrator.local.http.HttpRequest;
import io.drsorchestrator.local.http.HttpResponse;
import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A process of the function that nobody has used yet, timed from its start. */
public final class ColdProcess {

  private static final long PATIENCE = 120;
  private static final String ARN = "arn:aws:lambda:us-east-1:111122223333:function:cold";

  private final List<String> command;
  private final Map<String, String> environment;

  /** {@code java} with its flags, the jar of the function, and what Lambda sets. */
  public ColdProcess(List<String> java, Path jar, Map<String, String> environment) {
    command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-cp",
            FunctionClassPath.jars(jar),
            ExecutionEnvironment.RUNTIME_CLIENT,
            ExecutionHandler.class.getName()));
    this.environment = environment;
  }

  /**
   * Since the process was started, or restored from a snapshot if one is taken of it.
   *
   * @param ready when it asked for its first event: the handler is made
   * @param first when the answer to that was there
   * @param second how long the same event took afterwards
   */
  public record Times(Duration ready, Duration first, Duration second) {}

  /** Starts it, and ends it in a way that lets it write what it has recorded. */
  public Times answer(String event) throws IOException, InterruptedException {
    var api = new RuntimeApi(ARN);
    var ready = new AtomicLong();
    var restored = new AtomicLong();
    try (var server = LoopbackServer.start(0, List.of(new FirstNext(api, ready, restored)))) {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(new File("cold-start.log"));
      builder.environment().putAll(environment);
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", server.uri().getAuthority());
      var began = System.nanoTime();
      var process = builder.start();
      var unused = process.onExit().thenRun(() -> api.fail(ExecutionEnvironment.exited()));
      try {
        invoke(api, event);
        var first = System.nanoTime();
        invoke(api, event);
        var second = System.nanoTime();
        var start = restored.get() == 0 ? began : restored.get();
        return new Times(
            Duration.ofNanos(ready.get() - start),
            Duration.ofNanos(first - start),
            Duration.ofNanos(second - first));
      } finally {
        process.destroy();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    }
  }

  private static void invoke(RuntimeApi api, String event)
      throws IOException, InterruptedException {
    var invocation = Invocation.of(event, Duration.ofMinutes(5));
    api.offer(invocation);
    try {
      var result = invocation.result().get(PATIENCE, TimeUnit.SECONDS);
      if (!(result instanceof InvocationResult.Answer)) {
        throw new IOException("The function failed: " + result);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The function does not answer, see cold-start.log", e);
    }
  }

  /** Notes when the first event is asked for, and when a snapshot would have been restored. */
  private record FirstNext(RuntimeApi api, AtomicLong asked, AtomicLong restored)
      implements HttpEndpoint {

    @Override
    public boolean accepts(HttpRequest request) {
      return api.accepts(request);
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
      if (request.path().equals(RuntimeApi.RESTORE)) {
        restored.set(System.nanoTime());
      } else if (request.path().endsWith("/next")) {
        asked.compareAndSet(0, System.nanoTime());
      }
      return api.handle(request);
    }
  }
}
