package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.Completions;
import io.drsorchestrator.application.port.Deletions;
import io.drsorchestrator.application.port.DrillReminders;
import io.drsorchestrator.application.port.Endings;
import io.drsorchestrator.application.port.ExecutionDiscovery;
import io.drsorchestrator.application.port.ExecutionDocuments;
import io.drsorchestrator.application.port.ExecutionListing;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Executions;
import io.drsorchestrator.application.port.Gates;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.NewExecutions;
import io.drsorchestrator.application.port.PauseReminders;
import io.drsorchestrator.application.port.PlanLocks;
import io.drsorchestrator.application.port.ProtectionGroups;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryPlans;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.StartRegister;
import io.drsorchestrator.application.port.TargetAccounts;
import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.WaveClaims;
import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.Workflows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Ports whose every call passes a watcher, which may let others act or crash around the call. */
public final class WatchedPorts {

  /** Sees each call, such as {@code WaveClaims.claim}, and carries it out, or not. */
  @FunctionalInterface
  public interface Watcher {

    Object around(String call, Supplier<Object> effect);
  }

  private final Watcher watcher;

  public WatchedPorts(Watcher watcher) {
    this.watcher = watcher;
  }

  public ExecutionStore watch(ExecutionStore store) {
    return new ExecutionStore(
        watch(Executions.class, store.executions()),
        watch(NewExecutions.class, store.newExecutions()),
        watch(PlanLocks.class, store.locks()),
        watch(RecoveryPlans.class, store.plans()),
        watch(ProtectionGroups.class, store.groups()),
        watch(WaveClaims.class, store.claims()),
        watch(WaveRecords.class, store.records()),
        watch(Gates.class, store.gates()),
        watch(Endings.class, store.endings()),
        watch(Completions.class, store.completions()),
        watch(ExecutionDiscovery.class, store.discovery()),
        watch(ExecutionDocuments.class, store.documents()),
        watch(ExecutionListing.class, store.listing()),
        watch(Deletions.class, store.deletions()),
        watch(Terminations.class, store.terminations()),
        watch(TargetAccounts.class, store.accounts()),
        watch(StartRegister.class, store.starts()),
        watch(PauseReminders.class, store.reminders()),
        watch(DrillReminders.class, store.drills()));
  }

  public Aws watch(Aws aws) {
    return new Aws(
        watch(RecoveryJobs.class, aws.jobs()),
        watch(RecoveryServers.class, aws.servers()),
        watch(LaunchAdmission.class, aws.admission()),
        watch(LaunchConfigurations.class, aws.launchConfigurations()),
        watch(RecoveryInstances.class, aws.instances()),
        watch(Workflows.class, aws.workflows()));
  }

  private <P> P watch(Class<P> port, P target) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) ->
                watcher.around(
                    port.getSimpleName() + "." + method.getName(),
                    () -> call(() -> method.invoke(target, arguments)))));
  }

  /** A reflective call. */
  private interface Call {

    Object make() throws InvocationTargetException, IllegalAccessException;
  }

  private static Object call(Call call) {
    try {
      return call.make();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
