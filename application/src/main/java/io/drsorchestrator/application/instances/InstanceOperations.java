package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.domain.execution.AccountContext;

/** The use cases around recovery instances, put together from the ports. */
public record InstanceOperations(
    ListInstances list,
    TerminateInstances terminate,
    WatchTermination watch,
    LeftInstances left,
    ReadJobLogs logs,
    CheckExistingInstances check) {

  public static InstanceOperations of(ExecutionStore store, Aws aws, AccountContext hub) {
    var executions = new StoredExecutions(store.documents(), store.groups(), aws.jobs(), hub);
    var search = new InstanceSearch(executions, aws.instances());
    var settlement = new Settlement(search, aws.instances(), store.terminations());
    return new InstanceOperations(
        new ListInstances(executions, search),
        new TerminateInstances(
            executions, search, aws.instances(), store.terminations(), settlement),
        new WatchTermination(executions, aws.instances(), settlement),
        new LeftInstances(executions, search, settlement),
        new ReadJobLogs(executions, aws.instances()),
        new CheckExistingInstances(
            store.plans(),
            new PlanServers(store.groups(), aws.servers(), store.accounts(), hub),
            aws.instances(),
            new LaunchOrigins(store.listing())));
  }
}
