package io.drsorchestrator.adapter.in.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drsorchestrator.adapter.in.api.ApiRefusedException;
import io.drsorchestrator.adapter.in.api.ApiResponse;
import io.drsorchestrator.adapter.in.api.Authorization;
import io.drsorchestrator.adapter.in.api.HttpApi;
import io.drsorchestrator.adapter.in.request.InvalidRequestException;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.LaunchUnderWayException;
import io.drsorchestrator.application.StoreConflictException;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.UnreadableExecutionException;
import io.drsorchestrator.bootstrap.LambdaBootstrap;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The execution-handler: the one Lambda function of the orchestrator (US-1).
 *
 * <p>A workflow is answered with a decision, or with an exception whose class tells whether a retry
 * can help. Everybody else gets an answer, errors included.
 */
public final class ExecutionHandler implements RequestStreamHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ExecutionHandler.class);
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** Where the runtime keeps the trace header of an invocation, and the SDK finds it. */
  private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

  /** Lambda returns at most 6 MiB; more would be an error without a message. */
  private static final int LARGEST_ANSWER = 6_000_000;

  private final EventRouter router;
  private final InstantSource clock;

  /** Whoever takes snapshots of processes knows it weakly only. */
  private final Option<Resource> priming;

  /** As Lambda makes it: everything comes from the environment. */
  public ExecutionHandler() {
    this(
        LambdaBootstrap.useCases(System.getenv(), InstantSource.system()),
        LambdaBootstrap.authorization(System.getenv()),
        InstantSource.system(),
        Option.some(new Priming(() -> offline(System.getenv()))));
    priming.forEach(Core.getGlobalContext()::register);
  }

  /** With its use cases given, and the clock by which they live. */
  public ExecutionHandler(UseCases useCases, Authorization authorization, InstantSource clock) {
    this(useCases, authorization, clock, Option.none());
  }

  private ExecutionHandler(
      UseCases useCases,
      Authorization authorization,
      InstantSource clock,
      Option<Resource> priming) {
    this.router = new EventRouter(useCases, new HttpApi(useCases, authorization, clock), clock);
    this.clock = clock;
    this.priming = priming;
  }

  /** One that answers without a network, and whoever asks. */
  static ExecutionHandler offline(Map<String, String> environment) {
    var clock = InstantSource.system();
    return new ExecutionHandler(
        LambdaBootstrap.offline(environment, clock), Authorization.OFF, clock);
  }

  /** What an invocation does, without one. */
  JsonNode rehearse(byte[] event) throws IOException {
    var answer = forOthers(MAPPER.readTree(event), clock.instant());
    return MAPPER.readTree(MAPPER.writeValueAsBytes(answer));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var answer = MAPPER.writeValueAsBytes(answer(input.readAllBytes(), context));
    output.write(
        answer.length <= LARGEST_ANSWER ? answer : MAPPER.writeValueAsBytes(tooLarge(answer)));
  }

  private static JsonNode tooLarge(byte[] answer) {
    return ApiResponse.error(
        500,
        "ANSWER_TOO_LARGE",
        "The answer has %d bytes, Lambda can return %d: ask for less"
            .formatted(answer.length, LARGEST_ANSWER));
  }

  private static Option<String> trace() {
    return Option.of(System.getProperty(TRACE_PROPERTY));
  }

  private Instant invocationEnds(Context context) {
    return clock.instant().plusMillis(context.getRemainingTimeInMillis());
  }

  private JsonNode answer(byte[] input, Context context) {
    JsonNode event;
    try {
      event = MAPPER.readTree(input);
    } catch (IOException e) {
      return ApiResponse.error(400, "INVALID_INVOCATION", "The event is not JSON");
    }
    InvocationLog.begin(context, event, trace());
    try {
      return Payload.isFromWorkflow(event)
          ? forWorkflow(event, invocationEnds(context))
          : forOthers(event, invocationEnds(context));
    } finally {
      InvocationLog.end();
    }
  }

  /** An exception of any other kind reaches the workflow as it is: it tries a few times. */
  private JsonNode forWorkflow(JsonNode event, Instant invocationEnds) {
    try {
      return router.route(event, invocationEnds);
    } catch (AwsUnavailableException | StoreConflictException | LaunchUnderWayException e) {
      throw new RetryableFaultException(e);
    } catch (ExecutionNotFoundException | InvalidRequestException e) {
      throw new FinalFaultException(String.valueOf(e.getMessage()));
    }
  }

  private JsonNode forOthers(JsonNode event, Instant invocationEnds) {
    try {
      return router.route(event, invocationEnds);
    } catch (InvalidRequestException e) {
      return ApiResponse.badRequest(e);
    } catch (ApiRefusedException e) {
      return ApiResponse.error(e.statusCode(), e.code(), String.valueOf(e.getMessage()));
    } catch (ExecutionNotFoundException e) {
      return ApiResponse.notFound(e);
    } catch (AwsUnavailableException | StoreConflictException | UnreadableExecutionException e) {
      return outside(503, "TRY_AGAIN", e);
    } catch (AwsRefusedException e) {
      return outside(502, "AWS_REFUSED", e);
    } catch (RuntimeException e) {
      LOG.error("Unexpected error {}", LoggedFault.of(e));
      return ApiResponse.error(
          500,
          "INTERNAL_ERROR",
          "Something unexpected went wrong. The log of the function tells what.");
    }
  }

  /** Nobody's mistake who asked: whoever runs the function wants to read of it. */
  private static JsonNode outside(int statusCode, String code, RuntimeException fault) {
    LOG.warn("{} {}", code, LoggedFault.inOneLine(fault));
    return ApiResponse.error(statusCode, code, String.valueOf(fault.getMessage()));
  }
}
