package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.adapter.out.ec2.InstanceLookup;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.List;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesRequest;
import software.amazon.awssdk.services.drs.model.DescribeSourceServersRequest;
import software.amazon.awssdk.services.drs.model.SourceServer;

/**
 * Servers as DRS knows them, and their recovery instances as EC2 does. An empty list of ids means
 * "all" to DRS, so that only {@link #withTags} ever sends one.
 */
public final class DrsRecoveryServers implements RecoveryServers {

  private static final int IDS_IN_A_CALL = 200;

  private final DrsClients clients;
  private final InstanceLookup instances;

  public DrsRecoveryServers(DrsClients clients, InstanceLookup instances) {
    this.clients = clients;
    this.instances = instances;
  }

  /** No tags select no server, rather than every one. */
  @Override
  public Vector<SourceServerId> withTags(DrsScope scope, Map<String, String> tags) {
    var match = new TagMatch(tags);
    return tags.isEmpty()
        ? Vector.empty()
        : described(scope, List.of())
            .filter(server -> match.accepts(server.tags()))
            .map(server -> new SourceServerId(server.sourceServerID()));
  }

  @Override
  public Map<SourceServerId, SourceMachine> sources(DrsScope scope, Vector<SourceServerId> ids) {
    return chunks(ids)
        .flatMap(chunk -> described(scope, chunk))
        .toLinkedMap(server -> new SourceServerId(server.sourceServerID()), SourceMachines::of);
  }

  @Override
  public Map<SourceServerId, Recovered> recovered(
      DrsScope scope, JobId job, Vector<SourceServerId> ids) {
    return RecoveredServers.of(chunks(ids).flatMap(chunk -> recovered(scope, chunk)), job);
  }

  @Override
  public Map<String, RecoveryInstance> instances(DrsScope scope, Vector<String> instanceIds) {
    return instances.instances(scope, instanceIds);
  }

  private Vector<SourceServer> described(DrsScope scope, List<String> ids) {
    var request =
        DescribeSourceServersRequest.builder().filters(f -> f.sourceServerIDs(ids)).build();
    return AwsFaults.ask(
        "DescribeSourceServers",
        () ->
            Vector.ofAll(clients.of(scope).describeSourceServersPaginator(request).items())
                .filter(server -> AwsText.present(server.sourceServerID()).isDefined()));
  }

  private Vector<software.amazon.awssdk.services.drs.model.RecoveryInstance> recovered(
      DrsScope scope, List<String> ids) {
    var request =
        DescribeRecoveryInstancesRequest.builder().filters(f -> f.sourceServerIDs(ids)).build();
    return AwsFaults.ask(
        "DescribeRecoveryInstances",
        () -> Vector.ofAll(clients.of(scope).describeRecoveryInstancesPaginator(request).items()));
  }

  private static Vector<List<String>> chunks(Vector<SourceServerId> ids) {
    return ids.distinct()
        .map(SourceServerId::value)
        .grouped(IDS_IN_A_CALL)
        .map(Vector::asJava)
        .toVector();
  }
}
