package io.drsorchestrator.application.instances;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What DRS still knows of an ended execution's instances, for whoever tells people of them: a newer
 * drill replaces the instances of an older one, and operators terminate by other means than ours.
 */
public final class LeftInstances {

  private final StoredExecutions executions;
  private final InstanceSearch search;
  private final Settlement settlement;

  LeftInstances(StoredExecutions executions, InstanceSearch search, Settlement settlement) {
    this.executions = executions;
    this.search = search;
    this.settlement = settlement;
  }

  /**
   * The source servers of which an instance lives or is being launched; absent if DRS does not
   * tell. A termination that nobody has watched to its end is recorded where it has come.
   */
  public Option<Set<SourceServerId>> servers(ExecutionId id, Instant now) {
    try {
      return Option.some(ask(executions.get(id), now));
    } catch (RuntimeException e) {
      // An account that is out of reach, a Region that nobody knows: then the record has to do.
      return Option.none();
    }
  }

  private Set<SourceServerId> ask(StoredExecution execution, Instant now) {
    var found = search.find(execution);
    if (found.isNothing()) {
      settlement.settle(execution, now);
    }
    return found
        .instances()
        .map(OwnInstance::server)
        .appendAll(found.launching().map(LaunchingServer::server))
        .toSet();
  }
}
