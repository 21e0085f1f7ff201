package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.DescribeJobLogItemsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequestFilters;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.JobType;

/** The launch jobs of DRS, through its API. */
public final class DrsRecoveryJobs implements RecoveryJobs {

  private static final Duration CREDENTIALS_WAIT = Duration.ofSeconds(30);

  private static final Comparator<Job> BY_CREATION =
      Comparator.comparing(job -> DrsTime.parse(job.creationDateTime()).getOrElse(Instant.MAX));

  private static final Pattern JOB_ID = Pattern.compile("drsjob-[0-9A-Za-z]{17}");

  /** So many job ids may stand in a filter of DescribeJobs. */
  private static final int MOST_IDS = 1000;

  private final DrsClients clients;

  public DrsRecoveryJobs(DrsClients clients) {
    this.clients = clients;
  }

  @Override
  public LaunchResult start(DrsScope scope, Launch launch) {
    return launch.serverIds().isEmpty()
        ? new LaunchResult.Rejected("There is no server to launch")
        : withCredentials(scope, launch);
  }

  /**
   * Without credentials of the account nothing is sent, and so nothing is launched: that is
   * certain, and is not DRS's answer.
   */
  private LaunchResult withCredentials(DrsScope scope, Launch launch) {
    DrsClient client;
    try {
      client = clients.of(scope);
    } catch (AwsRefusedException e) {
      return new LaunchResult.Rejected(String.valueOf(e.getMessage()));
    } catch (AwsUnavailableException e) {
      return new LaunchResult.Postponed(String.valueOf(e.getMessage()), CREDENTIALS_WAIT);
    }
    return call(client, launch);
  }

  private static LaunchResult call(DrsClient client, Launch launch) {
    try {
      return LaunchAnswer.started(client.startRecovery(LaunchCall.of(launch)));
    } catch (AwsServiceException e) {
      return LaunchAnswer.refused(e);
    } catch (SdkException e) {
      throw AwsFaults.translated("StartRecovery", e);
    }
  }

  /** The earliest, should there ever be several: it is the one that launched the servers. */
  @Override
  public Option<JobId> findLaunched(
      DrsScope scope, ExecutionKey key, WaveNumber wave, Instant since) {
    return jobs(scope, filters -> filters.fromDate(DrsTime.format(since)))
        .filter(job -> job.type() == JobType.LAUNCH && JobTags.mark(job, key, wave))
        .minBy(BY_CREATION)
        .map(job -> new JobId(job.jobID()));
  }

  @Override
  public Option<JobReport> describe(DrsScope scope, JobId job) {
    return jobs(scope, filters -> filters.jobIDs(job.value()))
        .find(found -> job.value().equals(found.jobID()))
        .map(JobReports::of);
  }

  /** An id that is none would spoil the whole call, and no job can have it. */
  @Override
  public Map<JobId, JobReport> describeAll(DrsScope scope, Vector<JobId> ids) {
    var wanted = ids.map(JobId::value).filter(id -> JOB_ID.matcher(id).matches()).distinct();
    return Vector.ofAll(wanted.grouped(MOST_IDS))
        .flatMap(some -> jobs(scope, filters -> filters.jobIDs(some.asJava())))
        .filter(job -> wanted.contains(job.jobID()))
        .toMap(job -> new JobId(job.jobID()), JobReports::of);
  }

  @Override
  public Map<SourceServerId, String> failureReasons(DrsScope scope, JobId job) {
    var request = DescribeJobLogItemsRequest.builder().jobID(job.value()).build();
    return AwsFaults.ask(
        "DescribeJobLogItems",
        () -> JobFailures.in(clients.of(scope).describeJobLogItemsPaginator(request).items()));
  }

  private Vector<Job> jobs(DrsScope scope, Consumer<DescribeJobsRequestFilters.Builder> filters) {
    var request = DescribeJobsRequest.builder().filters(filters).build();
    return AwsFaults.ask(
        "DescribeJobs",
        () -> Vector.ofAll(clients.of(scope).describeJobsPaginator(request).items()));
  }
}
