package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import java.util.List;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequest;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesRequest;
import software.amazon.awssdk.services.drs.model.DescribeSourceServersRequest;
import software.amazon.awssdk.services.drs.model.JobStatus;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;
import software.amazon.awssdk.services.drs.model.SourceServer;

/** What has to be known before a launch, through the API of DRS. */
public final class DrsLaunchAdmission implements LaunchAdmission {

  private static final int IDS_IN_A_CALL = 200;

  private final DrsClients clients;

  public DrsLaunchAdmission(DrsClients clients) {
    this.clients = clients;
  }

  /**
   * DRS cannot be asked for a status, so all jobs are looked through. A status that it has invented
   * since is one of a job that has not ended.
   */
  @Override
  public Vector<ActiveJob> activeJobs(DrsScope scope) {
    var all = DescribeJobsRequest.builder().build();
    return AwsFaults.ask(
            "DescribeJobs",
            () -> Vector.ofAll(clients.of(scope).describeJobsPaginator(all).items()))
        .reject(job -> job.status() == JobStatus.COMPLETED)
        .map(ActiveJobs::of);
  }

  @Override
  public Map<SourceServerId, Replication> replication(
      DrsScope scope, Vector<SourceServerId> servers) {
    return chunks(servers)
        .flatMap(chunk -> described(scope, chunk))
        .toLinkedMap(server -> new SourceServerId(server.sourceServerID()), Replications::of);
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

  @Override
  public Map<SourceServerId, String> liveInstances(DrsScope scope, Vector<SourceServerId> servers) {
    return chunks(servers)
        .flatMap(chunk -> recovered(scope, chunk))
        .filter(LiveInstances::isLive)
        .flatMap(LiveInstances::of)
        .toLinkedMap(LiveInstance::server, LiveInstance::recoveryInstanceId);
  }

  private Vector<RecoveryInstance> recovered(DrsScope scope, List<String> ids) {
    var request =
        DescribeRecoveryInstancesRequest.builder().filters(f -> f.sourceServerIDs(ids)).build();
    return AwsFaults.ask(
        "DescribeRecoveryInstances",
        () -> Vector.ofAll(clients.of(scope).describeRecoveryInstancesPaginator(request).items()));
  }

  /** Never an empty one, which would mean "all" to DRS. */
  private static Vector<List<String>> chunks(Vector<SourceServerId> ids) {
    return ids.distinct()
        .map(SourceServerId::value)
        .grouped(IDS_IN_A_CALL)
        .map(Vector::asJava)
        .toVector();
  }
}
