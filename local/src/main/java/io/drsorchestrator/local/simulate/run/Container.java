package io.drsorchestrator.local.simulate.run;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.stepfunctions.InvocationResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs invocations in a warm handler; a crash takes it away, and the next one starts cold. */
final class Container {

  /** The exceptions that workflows are to get. */
  private static final Set<String> EXPECTED =
      Set.of("RetryableFaultException", "FinalFaultException", "AwsRefusedException");

  private final Supplier<RequestStreamHandler> handlers;
  private final Consumer<String> surprises;
  private @Nullable RequestStreamHandler warm;

  /** {@code surprises} is told of what must not happen at all. */
  Container(Supplier<RequestStreamHandler> handlers, Consumer<String> surprises) {
    this.handlers = handlers;
    this.surprises = surprises;
  }

  InvocationResult handle(Invocation invocation, JsonNode event, Supplier<Duration> remaining) {
    var output = new ByteArrayOutputStream();
    try {
      handler()
          .handleRequest(
              new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8)),
              output,
              new SimulatedContext(remaining));
      return answered(invocation, output.toString(StandardCharsets.UTF_8));
    } catch (Crash e) {
      warm = null;
      return error("Runtime.ExitError", "simulated crash");
    } catch (IOException | RuntimeException e) {
      return failed(invocation, e);
    }
  }

  private RequestStreamHandler handler() {
    if (warm == null) {
      warm = handlers.get();
    }
    return warm;
  }

  private InvocationResult answered(Invocation invocation, String answer) {
    if (answer.contains("INTERNAL_ERROR")) {
      surprises.accept(invocation.operation + " was answered " + answer);
    }
    return InvocationResult.success(answer);
  }

  /** What nobody expects is a defect, whatever the workflow makes of it. */
  private InvocationResult failed(Invocation invocation, Exception fault) {
    if (!EXPECTED.contains(fault.getClass().getSimpleName())) {
      surprises.accept(invocation.operation + " failed with " + fault);
    }
    return error(fault.getClass().getName(), String.valueOf(fault.getMessage()));
  }

  static InvocationResult error(String type, String message) {
    return InvocationResult.functionError(
        JsonNodeFactory.instance
            .objectNode()
            .put("errorType", type)
            .put("errorMessage", message)
            .toString());
  }
}
