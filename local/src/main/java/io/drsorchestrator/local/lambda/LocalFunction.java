package io.drsorchestrator.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A Lambda function whose handler runs in this process, on threads of its own. */
public final class LocalFunction implements LambdaService {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int CONCURRENCY = 16;

  private final RequestStreamHandler handler;
  private final Duration timeout;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(CONCURRENCY, LocalFunction::daemon);

  public LocalFunction(RequestStreamHandler handler, Duration timeout) {
    this.handler = handler;
    this.timeout = timeout;
  }

  @Override
  public void invoke(String functionName, String payload, Consumer<InvocationResult> done) {
    threads.execute(() -> done.accept(invoke(payload)));
  }

  @Override
  public InvocationResult invoke(String payload) {
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
          output,
          LocalContext.begin(timeout));
      return InvocationResult.success(output.toString(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      return InvocationResult.functionError(error(e));
    }
  }

  private static String error(Exception failure) {
    try {
      return MAPPER.writeValueAsString(
          Map.of(
              "errorType", failure.getClass().getName(),
              "errorMessage", String.valueOf(failure.getMessage())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "lambda");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
