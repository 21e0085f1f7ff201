package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;

/** The recovery instances of an execution: what a termination would terminate (contract 3.9). */
public final class ListInstances {

  private final StoredExecutions executions;
  private final InstanceSearch search;

  ListInstances(StoredExecutions executions, InstanceSearch search) {
    this.executions = executions;
    this.search = search;
  }

  /**
   * What was found.
   *
   * @param launching servers whose instance is about to exist
   */
  public record InstanceList(
      boolean hasWaves, Vector<OwnInstance> instances, Vector<LaunchingServer> launching) {}

  /** Throws {@link io.drsorchestrator.application.ExecutionNotFoundException}. */
  public InstanceList list(ExecutionId id) {
    var execution = executions.get(id);
    var found = search.find(execution);
    return new InstanceList(execution.waves().nonEmpty(), found.instances(), found.launching());
  }
}
