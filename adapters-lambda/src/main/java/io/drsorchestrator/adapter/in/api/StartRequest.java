package io.drsorchestrator.adapter.in.api;

import static io.vavr.API.Left;
import static io.vavr.API.Right;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.adapter.in.request.Payload;
import io.drsorchestrator.adapter.in.request.Words;
import io.drsorchestrator.application.create.StartPlan;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;

/** The body of a start, over HTTP and from direct callers (contract 3.3, checks 1 and 2). */
public final class StartRequest {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 1000;
  private static final Vector<String> TYPES = Vector.of(ExecutionType.values()).map(Enum::name);

  private StartRequest() {}

  /** The command, or the answer that says what is wrong with it. */
  public static Either<ObjectNode, StartPlan> read(
      Payload body, Option<PlanId> plan, OperatorRequest request) {
    return read(body, plan, request, body.text("initiatedBy"))
        .map(command -> command.withId(body.givenExecutionId()));
  }

  /** What would be started; nobody has to answer for a preflight, and nothing gets its id. */
  public static Either<ObjectNode, StartPlan> preflight(
      Payload body, Option<PlanId> plan, OperatorRequest request) {
    return read(
        body, plan, request, body.text("initiatedBy").orElse(Option.some(request.requestedBy())));
  }

  private static Either<ObjectNode, StartPlan> read(
      Payload body, Option<PlanId> plan, OperatorRequest request, Option<String> initiatedBy) {
    var type = body.text("executionType");
    return present("planId", plan)
        .flatMap(any -> present("executionType", type))
        .flatMap(any -> present("initiatedBy", initiatedBy))
        .flatMap(any -> type(type.get()))
        .map(
            known ->
                new StartPlan(
                    Option.none(),
                    plan.get(),
                    known,
                    Words.shortened(initiatedBy.get(), LONGEST_NAME),
                    bounded(request),
                    body.accountContext()));
  }

  private static Either<ObjectNode, Object> present(String field, Option<?> value) {
    return value.isDefined() ? Right(value.get()) : Left(missing(field));
  }

  private static ObjectNode missing(String field) {
    var isType = field.equals("executionType");
    var details =
        body("MISSING_FIELD", field + " is missing" + (isType ? ": " + allowed() : ""), field);
    if (isType) {
      TYPES.forEach(details.putArray("allowedValues")::add);
    }
    return ApiResponse.of(400, details);
  }

  private static Either<ObjectNode, ExecutionType> type(String given) {
    return Vector.of(ExecutionType.values())
        .find(type -> type.name().equals(given.toUpperCase(Locale.ROOT)))
        .toEither(() -> unknownType(Words.shortened(given, LONGEST_NAME)));
  }

  private static ObjectNode unknownType(String given) {
    var details =
        body(
                "INVALID_EXECUTION_TYPE",
                "executionType is %s, allowed is %s".formatted(given, allowed()),
                "executionType")
            .put("providedValue", given);
    TYPES.forEach(details.putArray("allowedValues")::add);
    return ApiResponse.of(400, details);
  }

  private static String allowed() {
    return TYPES.mkString(" or ");
  }

  private static ObjectNode body(String code, String message, String field) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("error", code)
        .put("message", message)
        .put("field", field);
  }

  /** It is kept with the execution, whose item is bounded. */
  private static OperatorRequest bounded(OperatorRequest request) {
    return new OperatorRequest(
        Words.shortened(request.requestedBy(), LONGEST_NAME),
        request.reason().map(reason -> Words.shortened(reason, LONGEST_REASON)),
        request.requestedAt());
  }
}
