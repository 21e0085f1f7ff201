package io.drsorchestrator.adapter.out.drs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.JobServer;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.DescribeJobLogItemsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobLogItemsResponse;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobsResponse;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.JobLog;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;
import software.amazon.awssdk.services.drs.model.UninitializedAccountException;

class DrsRecoveryJobsTest {

  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00.987654321Z");
  private static final JobId JOB = new JobId("drsjob-1");
  private static final SourceServerId SERVER = new SourceServerId("s-1");

  private final DrsClient drs = mock(DrsClient.class, CALLS_REAL_METHODS);
  private final DrsRecoveryJobs jobs = new DrsRecoveryJobs(scope -> drs);

  @Test
  void finds_the_job_of_a_wave_on_any_page() {
    jobPages(
        page("next", launched("drsjob-other", "exec-1", "1", "2026-03-01T12:01:00Z")),
        page(null, launched("drsjob-ours", "exec-1", "2", "2026-03-01T12:00:30Z")));

    assertThat(find()).containsExactly(new JobId("drsjob-ours"));
    assertThat(jobRequests(2).nextToken()).isEqualTo("next");
  }

  @Test
  void looks_for_every_job_since_a_time_and_names_no_id() {
    jobPages(page(null));

    assertThat(find()).isEmpty();
    var filters = jobRequests(1).filters();
    assertThat(filters.fromDate()).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(filters.hasJobIDs()).isFalse();
  }

  @Test
  void adopts_neither_another_execution_nor_another_wave_nor_another_kind_of_job() {
    jobPages(
        page(
            null,
            launched("drsjob-a", "exec-9", "2", "2026-03-01T12:01:00Z"),
            launched("drsjob-b", "exec-1", "22", "2026-03-01T12:01:00Z"),
            launched("drsjob-c", "exec-1", "2", "2026-03-01T12:01:00Z").toBuilder()
                .type("TERMINATE")
                .build(),
            Job.builder().jobID("drsjob-d").type("LAUNCH").build()));

    assertThat(find()).isEmpty();
  }

  @Test
  void adopts_the_earliest_of_several() {
    jobPages(
        page(
            null,
            launched("drsjob-undated", "exec-1", "2", "some day"),
            launched("drsjob-late", "exec-1", "2", "2026-03-01T12:02:00Z"),
            launched("drsjob-early", "exec-1", "2", "2026-03-01T12:01:59.500Z")));

    assertThat(find()).containsExactly(new JobId("drsjob-early"));
  }

  /** A server without a status is not told of. */
  @Test
  void describes_a_job_in_the_words_of_drs() {
    jobPages(
        page(
            null,
            Job.builder()
                .jobID(JOB.value())
                .status("STARTED")
                .creationDateTime("2026-03-01T12:00:00.123Z")
                .endDateTime("")
                .participatingServers(
                    participant("s-1", "LAUNCHED", "i-1"),
                    participant("s-2", "NOT_IN_THE_SDK", ""),
                    participant("s-3", null, null))
                .build()));

    var report = jobs.describe(Scopes.HERE, JOB).get();

    assertThat(report.state())
        .isEqualTo(
            new JobState(
                "STARTED", Option.some(Instant.parse("2026-03-01T12:00:00.123Z")), Option.none()));
    assertThat(report.servers().toJavaMap())
        .isEqualTo(
            Map.of(
                new SourceServerId("s-1"),
                new JobServer(LaunchStatus.LAUNCHED, Option.some("i-1")),
                new SourceServerId("s-2"),
                new JobServer(new LaunchStatus("NOT_IN_THE_SDK"), Option.none())));
    assertThat(jobRequests(1).filters().jobIDs()).containsExactly("drsjob-1");
  }

  @Test
  void keeps_a_job_status_that_the_sdk_does_not_know() {
    jobPages(page(null, Job.builder().jobID(JOB.value()).status("PAUSED_SOMEHOW").build()));

    assertThat(jobs.describe(Scopes.HERE, JOB).get().state().status()).isEqualTo("PAUSED_SOMEHOW");
  }

  @Test
  void a_job_that_drs_does_not_know_is_absent() {
    jobPages(page(null));

    assertThat(jobs.describe(Scopes.HERE, JOB)).isEmpty();
  }

  @Test
  void tells_why_servers_failed_from_every_page_of_the_log() {
    doReturn(
            log("next", item("JOB_START", null, null, "12:00"), item("LAUNCH_START", "s-1", "no")),
            log(
                null,
                item("CONVERSION_FAIL", "s-1", "no space"),
                item("LAUNCH_FAILED", "s-2", ""),
                item("SERVER_SKIPPED", "s-3", "disconnected"),
                item("NETWORK_RECOVERY_FAIL", null, "of no server")))
        .when(drs)
        .describeJobLogItems(any(DescribeJobLogItemsRequest.class));

    assertThat(jobs.failureReasons(Scopes.HERE, JOB).toJavaMap())
        .isEqualTo(
            Map.of(
                new SourceServerId("s-1"), "no space",
                new SourceServerId("s-2"), "LAUNCH_FAILED",
                new SourceServerId("s-3"), "disconnected"));
  }

  @Test
  void the_latest_explained_failure_of_the_launch_is_the_reason() {
    logged(
        item("SNAPSHOT_FAIL", "s-1", "first", "12:01"),
        item("LAUNCH_FAILED", "s-1", "second", "12:02"),
        item("LAUNCH_FAILED", "s-1", null, "12:03"),
        item("CLEANUP_FAIL", "s-1", "afterwards", "12:04"));

    assertThat(jobs.failureReasons(Scopes.HERE, JOB).get(SERVER)).contains("second");
  }

  @Test
  void a_long_explanation_is_cut() {
    logged(item("LAUNCH_FAILED", "s-1", "x".repeat(65_536)));

    assertThat(jobs.failureReasons(Scopes.HERE, JOB).get(SERVER)).contains("x".repeat(300));
  }

  @Test
  void a_read_that_gets_no_answer_tells_nothing() {
    doThrow(SdkClientException.create("reset"))
        .when(drs)
        .describeJobs(any(DescribeJobsRequest.class));

    assertThatThrownBy(() -> jobs.describe(Scopes.HERE, JOB))
        .isInstanceOf(AwsUnavailableException.class);
    assertThatThrownBy(this::find).isInstanceOf(AwsUnavailableException.class);
  }

  @Test
  void a_refused_read_is_told_as_a_refusal() {
    var refusal = UninitializedAccountException.builder().statusCode(400).build();
    doThrow(refusal).when(drs).describeJobLogItems(any(DescribeJobLogItemsRequest.class));

    assertThatThrownBy(() -> jobs.failureReasons(Scopes.HERE, JOB))
        .isInstanceOf(AwsRefusedException.class)
        .hasCause(refusal);
  }

  private Option<JobId> find() {
    return jobs.findLaunched(Scopes.HERE, Scopes.KEY, new WaveNumber(2), SINCE);
  }

  private void jobPages(DescribeJobsResponse first, DescribeJobsResponse... others) {
    doReturn(first, (Object[]) others).when(drs).describeJobs(any(DescribeJobsRequest.class));
  }

  /** The last of so many requests. */
  private DescribeJobsRequest jobRequests(int count) {
    var requests = ArgumentCaptor.forClass(DescribeJobsRequest.class);
    verify(drs, times(count)).describeJobs(requests.capture());
    return requests.getValue();
  }

  private void logged(JobLog... items) {
    doReturn(log(null, items)).when(drs).describeJobLogItems(any(DescribeJobLogItemsRequest.class));
  }

  private static DescribeJobsResponse page(@Nullable String next, Job... jobs) {
    return DescribeJobsResponse.builder().items(jobs).nextToken(next).build();
  }

  private static Job launched(String id, String execution, String wave, String created) {
    return Job.builder()
        .jobID(id)
        .type("LAUNCH")
        .creationDateTime(created)
        .tags(Map.of("executionId", execution, "waveNumber", wave))
        .build();
  }

  private static ParticipatingServer participant(
      String id, @Nullable String status, @Nullable String instance) {
    return ParticipatingServer.builder()
        .sourceServerID(id)
        .launchStatus(status)
        .recoveryInstanceID(instance)
        .build();
  }

  private static DescribeJobLogItemsResponse log(@Nullable String next, JobLog... items) {
    return DescribeJobLogItemsResponse.builder().items(items).nextToken(next).build();
  }

  private static JobLog item(String event, @Nullable String server, @Nullable String error) {
    return item(event, server, error, "12:00");
  }

  private static JobLog item(
      String event, @Nullable String server, @Nullable String error, String time) {
    return JobLog.builder()
        .event(event)
        .logDateTime("2026-03-01T" + time + ":00Z")
        .eventData(data -> data.sourceServerID(server).rawError(error))
        .build();
  }
}
