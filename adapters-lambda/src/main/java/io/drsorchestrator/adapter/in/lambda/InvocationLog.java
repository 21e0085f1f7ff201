package io.drsorchestrator.adapter.in.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.adapter.in.request.Words;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.control.Option;
import io.vavr.control.Try;
import org.slf4j.MDC;

/**
 * What every line of the log says of the invocation in which it is written, so that lines can be
 * put together by request, by trace and by execution.
 */
final class InvocationLog {

  private static final int LONGEST = 200;

  private InvocationLog() {}

  /** From now on the lines of this thread tell of {@code event}, until the end. */
  static void begin(Context context, JsonNode event, Option<String> trace) {
    put("requestId", Option.of(context.getAwsRequestId()));
    put("traceId", trace.map(InvocationLog::root));
    put("caller", Option.some(Caller.of(event).inWords()));
    put("operation", Operation.named(event.path("operation").asText()).map(Operation::wireName));
    put("executionId", executionId(event));
  }

  private static void put(String name, Option<String> value) {
    value.forEach(known -> MDC.put(name, Words.harmless(Words.shortened(known, LONGEST))));
  }

  /**
   * {@code Root=1-5759e988-bd862e3fe1be46a994272793;Parent=...}, of which only the root is kept.
   */
  private static String root(String header) {
    var part = header.split(";", -1)[0];
    return part.startsWith("Root=") ? part.substring("Root=".length()) : part;
  }

  /** Only what can be an id: the rest of an event is not for the log. */
  private static Option<String> executionId(JsonNode event) {
    return Try.of(() -> new Payload(event).givenExecutionId())
        .getOrElse(Option::none)
        .map(ExecutionId::value);
  }

  static void end() {
    MDC.clear();
  }
}
