package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.adapter.out.ec2.MachineLookup;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.drs.model.DescribeJobLogItemsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequestFilters;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesRequest;
import software.amazon.awssdk.services.drs.model.TerminateRecoveryInstancesRequest;

/**
 * Recovery instances and their jobs, through the API of DRS. An empty list of ids means "all" to
 * DRS, so that none is ever sent.
 */
public final class DrsRecoveryInstances implements RecoveryInstances {

  private static final int IDS_IN_A_CALL = 200;

  private final DrsClients clients;
  private final MachineLookup machines;

  public DrsRecoveryInstances(DrsClients clients, MachineLookup machines) {
    this.clients = clients;
    this.machines = machines;
  }

  @Override
  public Vector<LiveInstance> of(DrsScope scope, Vector<SourceServerId> servers) {
    return chunks(servers.map(SourceServerId::value)).flatMap(chunk -> recovered(scope, chunk));
  }

  private Vector<LiveInstance> recovered(DrsScope scope, List<String> ids) {
    var request =
        DescribeRecoveryInstancesRequest.builder().filters(f -> f.sourceServerIDs(ids)).build();
    return AwsFaults.ask(
        "DescribeRecoveryInstances",
        () ->
            Vector.ofAll(clients.of(scope).describeRecoveryInstancesPaginator(request).items())
                .flatMap(LiveInstances::of));
  }

  @Override
  public Map<JobId, JobView> jobs(DrsScope scope, Vector<JobId> ids) {
    return chunks(ids.map(JobId::value))
        .flatMap(chunk -> described(scope, filters -> filters.jobIDs(chunk)))
        .foldLeft(LinkedHashMap.empty(), (all, job) -> all.put(job.id(), job));
  }

  @Override
  public Vector<JobView> activeJobs(DrsScope scope, Instant since) {
    return described(scope, filters -> filters.fromDate(DrsTime.format(since)))
        .reject(JobView::isCompleted);
  }

  private Vector<JobView> described(
      DrsScope scope, Consumer<DescribeJobsRequestFilters.Builder> filters) {
    var request = DescribeJobsRequest.builder().filters(filters).build();
    return AwsFaults.ask(
        "DescribeJobs",
        () ->
            Vector.ofAll(clients.of(scope).describeJobsPaginator(request).items())
                .flatMap(JobViews::of));
  }

  @Override
  public Either<Refused, JobView> terminate(DrsScope scope, Vector<String> instanceIds) {
    return instanceIds.isEmpty()
        ? Either.left(new Refused("There is no instance to terminate", Refused.Why.INVALID))
        : call(scope, instanceIds);
  }

  /** Once: a second attempt after a lost answer would meet the job of the first as a conflict. */
  private Either<Refused, JobView> call(DrsScope scope, Vector<String> instanceIds) {
    var request =
        TerminateRecoveryInstancesRequest.builder()
            .recoveryInstanceIDs(instanceIds.asJava())
            .overrideConfiguration(LaunchCall.ONCE)
            .build();
    try {
      return Either.right(
          TerminationAnswer.started(clients.of(scope).terminateRecoveryInstances(request)));
    } catch (AwsServiceException e) {
      return Either.left(TerminationAnswer.refused(e));
    } catch (SdkException e) {
      throw AwsFaults.translated(TerminationAnswer.OPERATION, e);
    }
  }

  @Override
  public Vector<LogEvent> log(DrsScope scope, JobId job) {
    var request = DescribeJobLogItemsRequest.builder().jobID(job.value()).build();
    return AwsFaults.ask(
        "DescribeJobLogItems",
        () ->
            Vector.ofAll(clients.of(scope).describeJobLogItemsPaginator(request).items())
                .map(LogEvents::of));
  }

  @Override
  public Map<String, Machine> machines(DrsScope scope, Vector<String> ec2InstanceIds) {
    return machines.machines(scope, ec2InstanceIds);
  }

  private static Vector<List<String>> chunks(Vector<String> ids) {
    return ids.flatMap(AwsText::present)
        .distinct()
        .grouped(IDS_IN_A_CALL)
        .map(Vector::asJava)
        .toVector();
  }
}
