package io.drsorchestrator.local.bench.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.lambda.ExecutionHandler;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.drsorchestrator.local.lambda.LocalFunction;
import io.drsorchestrator.local.log.HandlerLog;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The production handler in this process. Its log is made, line by line, and thrown away. */
final class BenchFunction implements AutoCloseable {

  private final LocalFunction function;
  private final HandlerLog log = HandlerLog.to(line -> {});
  private @Nullable OwnWork work;

  BenchFunction(Map<String, String> environment) {
    var clock = InstantSource.system();
    var useCases = LambdaBootstrap.useCases(environment, clock, this::watched);
    var handler = new ExecutionHandler(useCases, LambdaBootstrap.authorization(environment), clock);
    function = new LocalFunction(handler, Duration.ofMinutes(5));
  }

  private PollCalls watched(PollCalls calls) {
    work = new OwnWork(calls);
    return work;
  }

  OwnWork work() {
    return Objects.requireNonNull(work, "the handler has been made");
  }

  /** One invocation on this thread. */
  String invoke(String event) {
    var result = function.invoke(event);
    if (result instanceof InvocationResult.Answer answer) {
      return answer.payloadJson();
    }
    throw new IllegalStateException(event + ": " + result);
  }

  JsonNode invoke(JsonNode event) {
    return Json.parse(invoke(event.toString()));
  }

  @Override
  public void close() {
    function.close();
    log.close();
  }
}
