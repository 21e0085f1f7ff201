package io.drsorchestrator.local.lambda;

import io.drsorchestrator.local.http.LoopbackServer;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment of Lambda: a process with the real runtime interface client, one event
 * at a time. It is started when it is needed, and killed when an invocation takes too long.
 */
final class ExecutionEnvironment implements AutoCloseable {

  static final String RUNTIME_CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String CLASS_PATH = FunctionClassPath.find();

  /** Lambda allows 10 s of a whole processor; this machine's are shared. */
  private static final Duration START = Duration.ofMinutes(2);

  private final FunctionConfiguration function;
  private @Nullable Running running;

  ExecutionEnvironment(FunctionConfiguration function) {
    this.function = function;
  }

  /** A started process and the API that it talks to; neither outlives the other. */
  private record Running(Process process, RuntimeApi api, LoopbackServer server) {

    void stop() {
      process.destroyForcibly();
      server.close();
    }
  }

  InvocationResult invoke(String payload) {
    var environment = alive();
    var invocation = Invocation.of(payload, function.timeout());
    environment.api().offer(invocation);
    if (!environment.process().isAlive()) {
      environment.api().fail(exited());
    }
    return await(invocation);
  }

  /** A process takes its time to start, and that is not taken from its first invocation. */
  private InvocationResult await(Invocation invocation) {
    try {
      CompletableFuture.anyOf(invocation.begun(), invocation.result())
          .get(START.toMillis(), TimeUnit.MILLISECONDS);
      return invocation.result().get(invocation.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      close();
      var limit = invocation.begun().isDone() ? invocation.timeout() : START;
      return InvocationResult.functionError(
          error("Sandbox.Timedout", "Task timed out after " + limit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return exited();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized Running alive() {
    if (running == null || !running.process().isAlive()) {
      close();
      running = start();
    }
    return running;
  }

  private Running start() {
    var api = new RuntimeApi(function.arn());
    var server = LoopbackServer.start(0, List.of(api));
    try {
      var process = process(server.uri().getAuthority()).start();
      var unused = process.onExit().thenRun(() -> api.fail(exited()));
      return new Running(process, api, server);
    } catch (IOException e) {
      server.close();
      throw new UncheckedIOException("The runtime interface client does not start", e);
    }
  }

  private ProcessBuilder process(String runtimeApi) {
    var builder =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            CLASS_PATH,
            RUNTIME_CLIENT,
            function.handler());
    builder.environment().putAll(function.environment());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API",
                runtimeApi,
                "_HANDLER",
                function.handler(),
                "AWS_LAMBDA_FUNCTION_NAME",
                function.name(),
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "512",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "/aws/lambda/" + function.name(),
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "local"));
    return builder.redirectErrorStream(true).redirectOutput(function.log());
  }

  /** The process, if it runs. */
  synchronized @Nullable Process process() {
    return running == null ? null : running.process();
  }

  /** As Lambda reports a runtime whose process is gone. */
  static InvocationResult exited() {
    return InvocationResult.functionError(
        error("Runtime.ExitError", "RequestId: Error: Runtime exited without providing a reason"));
  }

  private static String error(String type, String message) {
    return "{\"errorType\":\"%s\",\"errorMessage\":\"%s\"}".formatted(type, message);
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      running.stop();
      running = null;
    }
  }
}
