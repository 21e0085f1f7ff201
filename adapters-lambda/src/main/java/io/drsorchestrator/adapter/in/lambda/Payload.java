package io.drsorchestrator.adapter.in.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** The payload of an operation, read field by field; what is wrong is named. */
record Payload(JsonNode json) {

  ExecutionId executionId() {
    return required("executionId", ExecutionId::new);
  }

  PlanId planId() {
    return required("planId", PlanId::new);
  }

  Option<ExecutionId> givenExecutionId() {
    return optional("executionId", ExecutionId::new);
  }

  WaveNumber waveNumber() {
    return givenWaveNumber().getOrElseThrow(() -> missing("waveNumber", "a number from 0"));
  }

  Option<WaveNumber> givenWaveNumber() {
    return Option.of(json.get("waveNumber"))
        .filter(node -> !node.isNull())
        .map(
            node -> {
              if (!node.isInt() || node.intValue() < 0) {
                throw invalid("waveNumber", node, "a number from 0");
              }
              return new WaveNumber(node.intValue());
            });
  }

  /** The workflow that calls; absent if something else does. */
  Option<WorkflowArn> workflow() {
    return optional("workflow", WorkflowArn::new);
  }

  ExecutionType executionType() {
    var allowed = Vector.of(ExecutionType.values()).map(Enum::name).mkString(" or ");
    var given = text("executionType").getOrElseThrow(() -> missing("executionType", allowed));
    return Vector.of(ExecutionType.values())
        .find(type -> type.name().equals(given.toUpperCase(Locale.ROOT)))
        .getOrElseThrow(
            () ->
                new InvalidRequestException(
                    "INVALID_EXECUTION_TYPE",
                    "executionType is '%s', allowed is %s".formatted(given, allowed)));
  }

  String initiatedBy() {
    return text("initiatedBy")
        .getOrElseThrow(() -> missing("initiatedBy", "who starts the execution"));
  }

  Option<AccountContext> accountContext() {
    return Option.of(json.get("accountContext"))
        .filter(JsonNode::isObject)
        .map(Payload::new)
        .map(
            account ->
                new AccountContext(
                    account
                        .text("accountId")
                        .getOrElseThrow(() -> missing("accountContext.accountId", "an account id")),
                    account.text("assumeRoleName"),
                    account.text("externalId"),
                    account.json.path("isCurrentAccount").asBoolean(true)));
  }

  OperatorRequest request(Instant now) {
    return new OperatorRequest(text("requestedBy").getOrElse("system"), text("reason"), now);
  }

  int reReads() {
    return json.path("reReads").asInt(0);
  }

  Option<String> text(String field) {
    return Option.of(json.get(field))
        .filter(node -> !node.isNull())
        .map(
            node -> {
              if (!node.isTextual()) {
                throw invalid(field, node, "text");
              }
              return node.textValue();
            })
        .filter(text -> !text.isBlank());
  }

  private <T> T required(String field, Function<String, T> type) {
    return optional(field, type).getOrElseThrow(() -> missing(field, "an id"));
  }

  private <T> Option<T> optional(String field, Function<String, T> type) {
    return text(field)
        .map(
            text -> {
              try {
                return type.apply(text);
              } catch (IllegalArgumentException e) {
                throw new InvalidRequestException(
                    "INVALID_PARAMETER", field + ": " + e.getMessage());
              }
            });
  }

  private static InvalidRequestException missing(String field, String expected) {
    return new InvalidRequestException(
        "MISSING_PARAMETERS", "%s is missing: %s".formatted(field, expected));
  }

  private static InvalidRequestException invalid(String field, JsonNode value, String allowed) {
    return new InvalidRequestException(
        "INVALID_PARAMETER", "%s is %s, allowed is %s".formatted(field, value, allowed));
  }
}
