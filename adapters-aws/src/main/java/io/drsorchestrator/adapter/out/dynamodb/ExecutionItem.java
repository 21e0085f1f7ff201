package io.drsorchestrator.adapter.out.dynamodb;

import static io.drsorchestrator.adapter.out.dynamodb.Attributes.flag;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.list;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.number;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.text;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.textOrNull;
import static io.drsorchestrator.adapter.out.dynamodb.Attributes.time;

import io.drsorchestrator.application.port.UnreadableExecutionException;
import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ArchivedExecution;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.CancellingExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.execution.Revision;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.text.OneLine;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the execution-history table (contract 2.2 to 2.4), in both directions. */
final class ExecutionItem {

  private ExecutionItem() {}

  /** A new item: the only time that an item is written as a whole. */
  static Map<String, AttributeValue> create(PendingExecution execution, OperatorRequest request) {
    var details = execution.facts().details();
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("executionId", text(details.key().executionId().value()));
    item.put("planId", text(details.key().planId().value()));
    item.put("planName", text(details.planName()));
    item.put("executionType", text(details.type().name()));
    item.put("status", text(execution.status().name()));
    item.put("startTime", time(details.startTime()));
    item.put("initiatedBy", text(details.initiatedBy(), TextBounds.PERSON));
    item.put("startRequest", request(request));
    item.put("waves", list(WaveFields.all(execution.waves().all())));
    item.put("totalWaves", number(execution.totalWaves()));
    item.put("completedWaves", number(0));
    item.put("accountContext", account(details.account()));
    item.put("accountId", text(details.account().accountId()));
    item.put("version", number(execution.facts().revision().value()));
    return item;
  }

  private static AttributeValue account(AccountContext account) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("accountId", text(account.accountId()));
    item.put("assumeRoleName", textOrNull(account.assumeRoleName()));
    item.put("isCurrentAccount", flag(account.isCurrentAccount()));
    account.externalId().forEach(id -> item.put("externalId", text(id)));
    return Attributes.map(item);
  }

  static AttributeValue request(OperatorRequest request) {
    return Attributes.map(fields(request, TextBounds.REASON));
  }

  static Map<String, AttributeValue> fields(OperatorRequest request, int longestReason) {
    var item = new LinkedHashMap<String, AttributeValue>();
    item.put("requestedBy", text(request.requestedBy(), TextBounds.PERSON));
    item.put("requestedAt", time(request.requestedAt()));
    request.reason().forEach(reason -> item.put("reason", text(reason, longestReason)));
    return item;
  }

  /** Nothing for lock items; a status that nobody knows is a fault and never an outcome. */
  static Option<Execution> read(StoredItem item, AccountContext hub) {
    var word = item.text("status").getOrElse("");
    if (isLock(item)) {
      return Option.none();
    }
    var status = StatusWords.execution(word).getOrElseThrow(() -> unreadable(item, word));
    return Option.some(
        status.isTerminal() ? archived(item, status) : active(item, status, word, hub));
  }

  private static UnreadableExecutionException unreadable(StoredItem item, String word) {
    return new UnreadableExecutionException(
        new ExecutionId(item.text("executionId").get()), OneLine.of(word));
  }

  static boolean isLock(StoredItem item) {
    return item.text("status").contains("LOCK")
        || item.text("executionId").exists(id -> id.startsWith(LockItem.PREFIX));
  }

  private static ExecutionKey key(StoredItem item) {
    return new ExecutionKey(
        new ExecutionId(item.text("executionId").get()), new PlanId(item.text("planId").get()));
  }

  private static Execution archived(StoredItem item, ExecutionStatus status) {
    return new ArchivedExecution(
        key(item), status, waves(item).statuses(), item.time("endTime"), revision(item));
  }

  private static ActiveExecution active(
      StoredItem item, ExecutionStatus status, String word, AccountContext hub) {
    var facts = facts(item, hub);
    return switch (status) {
      case PENDING -> new PendingExecution(facts, pauseRequest(item, word));
      case POLLING -> new PollingExecution(facts, pauseRequest(item, word));
      case PAUSED -> paused(item, facts);
      case CANCELLING ->
          new CancellingExecution(
              facts, readRequest(item, "cancelRequest").getOrElse(() -> unknownRequest(item)));
      case COMPLETED, FAILED, CANCELLED -> throw unreadable(item, word);
    };
  }

  private static ActiveExecution paused(StoredItem item, ExecutionFacts facts) {
    var before =
        item.number("pausedBeforeWave")
            .map(n -> new WaveNumber(n.intValue()))
            .orElse(() -> facts.waves().current().map(Wave::number))
            .getOrElse(WaveNumber.FIRST);
    return new PausedExecution(
        facts,
        before,
        new CallbackToken(item.text("taskToken").getOrElse("")),
        readRequest(item, "resumeRequest"),
        GateItem.waiting(item));
  }

  private static ExecutionFacts facts(StoredItem item, AccountContext hub) {
    var details =
        new ExecutionDetails(
            key(item),
            item.text("planName").getOrElse("Unknown"),
            item.text("executionType").contains("RECOVERY")
                ? ExecutionType.RECOVERY
                : ExecutionType.DRILL,
            item.text("initiatedBy").getOrElse("unknown"),
            item.time("startTime").getOrElse(Instant.EPOCH),
            account(item, hub));
    return new ExecutionFacts(
        details, item.text("stateMachineArn").map(WorkflowArn::new), waves(item), revision(item));
  }

  private static Revision revision(StoredItem item) {
    return new Revision(item.number("version").getOrElse(0L));
  }

  private static AccountContext account(StoredItem item, AccountContext hub) {
    var stored = item.map("accountContext");
    return AccountContext.onRecord(
        stored.flatMap(a -> a.text("accountId")).orElse(item.text("accountId")),
        stored.flatMap(a -> a.text("assumeRoleName")),
        stored.flatMap(a -> a.text("externalId")),
        hub);
  }

  /** Waves that an older system has not stored yet are there, and not completed (D1). */
  private static Waves waves(StoredItem item) {
    var stored =
        item.maps("waves")
            .map(wave -> withRegion(wave, item))
            .zipWithIndex()
            .map(w -> WaveItem.read(w._2, w._1));
    var total = item.number("totalWaves").getOrElse(0L).intValue();
    return new Waves(stored.appendAll(Vector.range(stored.size(), total).map(WaveItem::missing)));
  }

  /** The Region of the job that was started last, for a job that is stored without its own. */
  private static StoredItem withRegion(StoredItem wave, StoredItem item) {
    return wave.text("jobId").isDefined() && wave.text("region").isEmpty()
        ? item.text("drsRegion").map(region -> wave.with("region", text(region))).getOrElse(wave)
        : wave;
  }

  private static Option<OperatorRequest> pauseRequest(StoredItem item, String word) {
    return readRequest(item, "pauseRequest")
        .orElse(
            () -> Option.when(word.equals(StatusWords.PAUSE_PENDING), () -> unknownRequest(item)));
  }

  private static Option<OperatorRequest> readRequest(StoredItem item, String name) {
    return item.map(name)
        .map(
            request ->
                new OperatorRequest(
                    request.text("requestedBy").getOrElse("unknown"),
                    request.text("reason"),
                    request.time("requestedAt").getOrElse(Instant.EPOCH)));
  }

  private static OperatorRequest unknownRequest(StoredItem item) {
    return new OperatorRequest(
        "unknown", Option.none(), item.time("lastUpdated").getOrElse(Instant.EPOCH));
  }
}
