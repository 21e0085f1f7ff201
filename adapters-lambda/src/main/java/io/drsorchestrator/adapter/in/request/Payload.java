package io.drsorchestrator.adapter.in.request;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.text.OneLine;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The payload of an operation, read field by field; what is wrong is named.
 *
 * @param path what comes before the fields' names where they are named
 */
public record Payload(JsonNode json, String path) {

  private static final int LONGEST_VALUE = 100;
  private static final int LONGEST_TEXT = 1000;
  private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
  private static final Pattern ROLE_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,64}");
  private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");

  /** Of fields at the top of the payload. */
  public Payload(JsonNode json) {
    this(json, "");
  }

  /** Whether {@code event} says so: who it is, is another question. */
  public static boolean isFromWorkflow(JsonNode event) {
    return event.hasNonNull("workflow");
  }

  public ExecutionId executionId() {
    return required("executionId", ExecutionId::new);
  }

  public Option<PlanId> givenPlanId() {
    return optional("planId", PlanId::new);
  }

  public PlanId planId() {
    return required("planId", PlanId::new);
  }

  public Option<ExecutionId> givenExecutionId() {
    return optional("executionId", ExecutionId::new);
  }

  public WaveNumber waveNumber() {
    return givenWaveNumber().getOrElseThrow(() -> missing("waveNumber", "a number from 0"));
  }

  public Option<WaveNumber> givenWaveNumber() {
    return number("waveNumber").map(WaveNumber::new);
  }

  /** The workflow that calls; absent if something else does. */
  public Option<WorkflowArn> workflow() {
    return Option.when(isFromWorkflow(json), () -> required("workflow", WorkflowArn::new));
  }

  /** It is a credential: whatever is wrong with it, it is not shown. */
  public CallbackToken taskToken() {
    return Option.of(json.path("taskToken").textValue())
        .filter(token -> !token.isBlank())
        .map(CallbackToken::new)
        .getOrElseThrow(() -> missing("taskToken", "text"));
  }

  public boolean isGivingUp() {
    return flag("giveUp").getOrElse(false);
  }

  /** Whose account, as the caller sees it; which one is ours, no caller tells (D31). */
  public Option<AccountContext> accountContext() {
    return account("accountContext").orElse(() -> account("AccountContext"));
  }

  private Option<AccountContext> account(String field) {
    return typed(field, JsonNode::isObject, "an object")
        .map(account -> new Payload(account, path + field + ".").account());
  }

  /** Its parts become parts of an ARN: they have the characters that AWS allows, and no other. */
  private AccountContext account() {
    var unused = flag("isCurrentAccount");
    return new AccountContext(
        matching("accountId", ACCOUNT_ID, "12 digits")
            .getOrElseThrow(() -> missing("accountId", "12 digits")),
        matching("assumeRoleName", ROLE_NAME, "the name of a role, without path and ARN"),
        matching("externalId", EXTERNAL_ID, "2 to 1224 letters, digits and +=,.@:/-_"),
        false);
  }

  private Option<String> matching(String field, Pattern pattern, String allowed) {
    return anyText(field)
        .peek(
            text -> {
              if (!pattern.matcher(text).matches()) {
                throw invalid(field, json.path(field), "allowed is " + allowed);
              }
            });
  }

  /** A command of a caller who names himself, or does not. */
  public OperatorRequest request(Instant now) {
    var name = text("requestedBy").map(Words::name).filter(known -> !known.isEmpty());
    return new OperatorRequest(name.getOrElse("system"), reason(), now);
  }

  /** Why a command is given: one line, which is kept with the execution. */
  public Option<String> reason() {
    return text("reason", Words.LONGEST_REASON).map(OneLine::of).filter(text -> !text.isEmpty());
  }

  public int reReads() {
    return number("reReads").getOrElse(0);
  }

  private Option<Integer> number(String field) {
    return typed(field, node -> node.isInt() && node.intValue() >= 0, "a number from 0")
        .map(JsonNode::intValue);
  }

  private Option<Boolean> flag(String field) {
    return typed(field, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
  }

  /** A text that is not blank, and no longer than people write. */
  public Option<String> text(String field) {
    return text(field, LONGEST_TEXT);
  }

  /** A text that is not blank, of at most {@code longest} characters, none of which controls. */
  public Option<String> text(String field, int longest) {
    return anyText(field)
        .peek(
            text -> {
              if (text.length() > longest || !Words.isWritten(text)) {
                throw invalid(
                    field,
                    json.path(field),
                    "allowed are at most %d characters and no control characters"
                        .formatted(longest));
              }
            });
  }

  private Option<String> anyText(String field) {
    return typed(field, JsonNode::isTextual, "text")
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank());
  }

  private Option<JsonNode> typed(String field, Predicate<JsonNode> type, String allowed) {
    return Option.of(json.get(field))
        .filter(node -> !node.isNull())
        .peek(
            node -> {
              if (!type.test(node)) {
                throw invalid(field, node, "allowed is " + allowed);
              }
            });
  }

  public <T> T required(String field, Function<String, T> type) {
    return optional(field, type).getOrElseThrow(() -> missing(field, "an id"));
  }

  private <T> Option<T> optional(String field, Function<String, T> type) {
    return anyText(field)
        .map(
            text -> {
              try {
                return type.apply(text);
              } catch (IllegalArgumentException e) {
                throw invalid(field, json.path(field), String.valueOf(e.getMessage()));
              }
            });
  }

  private InvalidRequestException missing(String field, String expected) {
    return new InvalidRequestException(
        "MISSING_PARAMETERS", "%s%s is missing: %s".formatted(path, field, expected));
  }

  private InvalidRequestException invalid(String field, JsonNode value, String allowed) {
    return new InvalidRequestException(
        "INVALID_PARAMETER",
        "%s%s is %s, but %s"
            .formatted(path, Words.shortened(field, LONGEST_VALUE), shown(value), allowed));
  }

  /** The value, shortened and on one line, as it may stand in a message. */
  public static String shown(JsonNode value) {
    return Words.harmless(Words.shortened(value.toString(), LONGEST_VALUE));
  }

  /** Payloads hold task tokens, so none is ever printed. */
  @Override
  public String toString() {
    return "Payload[hidden]";
  }
}
