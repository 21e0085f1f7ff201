package io.drsorchestrator.application.contract;

import io.drsorchestrator.application.memory.InMemoryStore;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.port.TargetAccounts.TargetAccount;
import io.drsorchestrator.domain.execution.ExecutionKey;
import java.util.Map;

/** A store under test, and what others do to it besides this program. */
public interface TestedStore {

  ExecutionStore ports();

  /** An operator saves a plan. */
  void put(RecoveryPlan plan);

  /** An operator saves a group. */
  void put(ProtectionGroup group);

  /**
   * Another program writes an execution, with whatever attributes: texts, whole numbers, flags,
   * lists and maps.
   */
  void put(ExecutionKey key, Map<String, ?> attributes);

  /** An administrator saves an account. */
  void put(TargetAccount account);

  /** An operator deletes an execution. */
  void delete(ExecutionKey key);

  /** The one in memory. */
  static TestedStore of(InMemoryStore store) {
    return new TestedStore() {
      @Override
      public ExecutionStore ports() {
        return store.ports();
      }

      @Override
      public void put(RecoveryPlan plan) {
        store.put(plan);
      }

      @Override
      public void put(ProtectionGroup group) {
        store.put(group);
      }

      @Override
      public void put(ExecutionKey key, Map<String, ?> attributes) {
        store.put(key, attributes);
      }

      @Override
      public void put(TargetAccount account) {
        store.put(account);
      }

      @Override
      public void delete(ExecutionKey key) {
        store.delete(key);
      }
    };
  }
}
