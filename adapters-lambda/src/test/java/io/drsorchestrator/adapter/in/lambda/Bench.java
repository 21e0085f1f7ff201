package io.drsorchestrator.adapter.in.lambda;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.api.HttpApi;
import io.drsorchestrator.adapter.in.api.OpenApiContract;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.domain.Moments;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The handler with at most one execution on record, two minutes after noon. */
final class Bench {

  static final String EXECUTION = Executions.KEY.executionId().value();
  static final String WORKFLOW = Executions.WORKFLOW_ARN.value();
  static final String STRANGER = Executions.STRANGER_ARN.value();

  private static final OpenApiContract CONTRACT = new OpenApiContract();
  private static final ObjectMapper MAPPER = new ObjectMapper();
  static final Instant NOW = Moments.noonPlus(Duration.ofMinutes(2));
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  final OneExecution record;
  final QuietAws aws = new QuietAws();
  final Set<String> routes;
  int remainingMillis = 300_000;
  private final ExecutionHandler handler;

  private Bench(Option<Execution> execution) {
    record = new OneExecution(execution);
    var settings =
        new Settings(
            CLOCK, () -> "new-id", AccountContext.current("111122223333"), SampleWaves.POLICY);
    var useCases = UseCases.of(record.store(), aws.ports(), occurrence -> {}, settings);
    routes = new HttpApi(useCases, Authorization.BY_GROUPS, CLOCK).routes();
    handler = new ExecutionHandler(useCases, Authorization.BY_GROUPS, CLOCK);
  }

  static Bench with(Execution execution) {
    return new Bench(Option.some(execution));
  }

  static Bench withNothing() {
    return new Bench(Option.none());
  }

  /** What a person or program sends about the execution. */
  static ObjectNode direct(String operation) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("operation", operation)
        .put("executionId", EXECUTION)
        .put("planId", Executions.KEY.planId().value());
  }

  /** What the state machines send about the execution. */
  static ObjectNode byWorkflow(String operation) {
    return direct(operation).put("workflow", WORKFLOW);
  }

  static ObjectNode json(String withSingleQuotes) {
    return (ObjectNode) parsed(withSingleQuotes.replace('\'', '"'));
  }

  static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body of an answer that has the shape that API Gateway expects. */
  static JsonNode body(JsonNode answer) {
    return parsed(answer.path("body").asText());
  }

  /** The answer, which has to be one that the API documents if the event is a request of it. */
  JsonNode answerTo(ObjectNode event) {
    var answer = answerTo(escaped(event).getBytes(StandardCharsets.UTF_8));
    if (event.has("httpMethod")) {
      CONTRACT.check(event, answer);
    }
    return answer;
  }

  /** Half of a pair of characters survives the way into the handler only as its number. */
  private static String escaped(ObjectNode event) {
    try {
      return MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode answerTo(byte[] event) {
    var context = mock(Context.class);
    when(context.getRemainingTimeInMillis()).thenReturn(remainingMillis);
    var output = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), output, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parsed(output.toString(StandardCharsets.UTF_8));
  }
}
