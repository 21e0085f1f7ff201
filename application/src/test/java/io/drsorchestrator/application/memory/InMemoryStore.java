package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.ExecutionDiscovery.Candidate;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.PlanId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ports of the store in memory. Writes change single fields, on the same conditions as in
 * DynamoDB and judged by what is stored: what a caller believes decides nothing.
 */
public final class InMemoryStore {

  private final Table table;
  private final Map<PlanId, RecoveryPlan> plans = new ConcurrentHashMap<>();
  private final Map<String, ProtectionGroup> groups = new ConcurrentHashMap<>();
  private final Map<String, TargetAccount> accounts = new ConcurrentHashMap<>();

  public InMemoryStore() {
    this(Guards.ALL);
  }

  /** A store whose writes are only guarded as far as {@code guards} says. */
  public InMemoryStore(Guards guards) {
    table = new Table(guards);
  }

  /** All that is stored of executions and locks, at one moment. */
  public static final class Snapshot {

    private final Table.State state;

    private Snapshot(Table.State state) {
      this.state = state;
    }

    /** The raw item of an execution. */
    public Option<Map<String, Object>> document(ExecutionKey key) {
      return state.executions().get(key).map(Item::document);
    }

    /** Whether it is the very same moment: nothing was written in between. */
    @SuppressWarnings("ReferenceEquality")
    public boolean isSameAs(Snapshot other) {
      return state == other.state;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Snapshot snapshot && snapshot.state.equals(state);
    }

    @Override
    public int hashCode() {
      return state.hashCode();
    }
  }

  /** The ports; all of them see the same store. */
  public ExecutionStore ports() {
    var endings = new MemoryEndings(table);
    var listing = new MemoryListing(table);
    return new ExecutionStore(
        id -> table.find(id).map(ItemReader::read),
        new MemoryNewExecutions(table),
        new MemoryLocks(table),
        id -> Option.of(plans.get(id)),
        id -> Option.of(groups.get(id)),
        new MemoryClaims(table),
        new MemoryRecords(table),
        new MemoryGates(table),
        endings,
        endings,
        this::withStatus,
        id -> table.find(id).map(Item::document),
        listing,
        listing,
        new MemoryTerminations(table),
        id -> Option.of(accounts.get(id)),
        () -> table.state().register(),
        new MemoryReminders(table));
  }

  private Vector<Candidate> withStatus(ExecutionStatus status) {
    return table
        .indexed()
        .filter(item -> item.text("status").contains(status.name()))
        .map(
            item ->
                new Candidate(
                    new ExecutionId(item.text("executionId").get()),
                    item.time("startTime"),
                    item.time("lastPolledTime")));
  }

  public void put(RecoveryPlan plan) {
    plans.put(plan.id(), plan);
  }

  public void put(ProtectionGroup group) {
    groups.put(group.groupId(), group);
  }

  public void put(TargetAccount account) {
    accounts.put(account.accountId(), account);
  }

  /** Writes an execution as another program may write it: with whatever attributes. */
  public void put(ExecutionKey key, Map<String, ?> attributes) {
    table.put(key, Item.of(attributes));
  }

  /** Deletes a group, as operators can. */
  public void deleteGroup(String groupId) {
    groups.remove(groupId);
  }

  /** Deletes an execution, as operators can. */
  public void delete(ExecutionKey key) {
    table.delete(key);
  }

  /** From now on discovery and the candidates of a plan are answered from what is stored now. */
  public void freezeIndexes() {
    table.freezeIndexes();
  }

  /** Indexes have caught up and no longer lag. */
  public void refreshIndexes() {
    table.refreshIndexes();
  }

  public Snapshot snapshot() {
    return new Snapshot(table.state());
  }

  /** Puts executions and locks back to what they were. */
  public void restore(Snapshot snapshot) {
    table.restore(snapshot.state);
  }
}
