package io.drsorchestrator.adapter.out.drs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.LaunchAdmission.Replication;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.AccessDeniedException;
import software.amazon.awssdk.services.drs.model.DescribeJobsRequest;
import software.amazon.awssdk.services.drs.model.DescribeJobsResponse;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesRequest;
import software.amazon.awssdk.services.drs.model.DescribeRecoveryInstancesResponse;
import software.amazon.awssdk.services.drs.model.DescribeSourceServersRequest;
import software.amazon.awssdk.services.drs.model.DescribeSourceServersResponse;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.ParticipatingServer;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;
import software.amazon.awssdk.services.drs.model.SourceServer;
import software.amazon.awssdk.services.drs.model.ThrottlingException;

class DrsLaunchAdmissionTest {

  private final DrsClient drs = mock(DrsClient.class, CALLS_REAL_METHODS);
  private final DrsLaunchAdmission admission = new DrsLaunchAdmission(scope -> drs);

  private static SourceServerId server(String id) {
    return new SourceServerId(id);
  }

  private static Vector<SourceServerId> ids(int count) {
    return Vector.range(0, count).map(i -> server("s-" + i));
  }

  private static Job job(String id, String type, String status, ParticipatingServer... servers) {
    return Job.builder().jobID(id).type(type).status(status).participatingServers(servers).build();
  }

  private static ParticipatingServer participant(String id, String status) {
    return ParticipatingServer.builder().sourceServerID(id).launchStatus(status).build();
  }

  private void jobPages(@Nullable String next, Job[] first, Job... second) {
    var pages =
        Vector.of(
            DescribeJobsResponse.builder().nextToken(next).items(first).build(),
            DescribeJobsResponse.builder().items(second).build());
    doReturn(pages.get(0), pages.get(1)).when(drs).describeJobs(any(DescribeJobsRequest.class));
  }

  @Test
  void knows_the_jobs_that_have_not_ended_of_every_type_and_page() {
    jobPages(
        "next",
        new Job[] {
          job("drsjob-1", "LAUNCH", "STARTED", participant("s-1", "IN_PROGRESS")),
          job("drsjob-2", "LAUNCH", "COMPLETED", participant("s-2", "LAUNCHED"))
        },
        job("drsjob-3", "TERMINATE", "PENDING"),
        job("drsjob-4", "NEW_TYPE", "NEW_STATUS"));

    assertThat(admission.activeJobs(Scopes.HERE))
        .containsExactly(
            new ActiveJob(
                new JobId("drsjob-1"),
                "STARTED",
                "LAUNCH",
                LinkedHashMap.of(server("s-1"), "IN_PROGRESS")),
            new ActiveJob(new JobId("drsjob-3"), "PENDING", "TERMINATE", LinkedHashMap.empty()),
            new ActiveJob(new JobId("drsjob-4"), "NEW_STATUS", "NEW_TYPE", LinkedHashMap.empty()));
    var requests = ArgumentCaptor.forClass(DescribeJobsRequest.class);
    verify(drs, atLeast(1)).describeJobs(requests.capture());
    assertThat(requests.getAllValues()).hasSize(2);
    assertThat(requests.getAllValues()).allMatch(request -> request.filters() == null);
    assertThat(requests.getValue().nextToken()).isEqualTo("next");
  }

  /** An empty list of ids means "all" to DRS. */
  @Test
  void no_servers_make_no_call() {
    assertThat(admission.replication(Scopes.HERE, Vector.empty())).isEmpty();
    assertThat(admission.liveInstances(Scopes.HERE, Vector.empty())).isEmpty();
    verifyNoInteractions(drs);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "200, 200", "201, 200 1", "401, 200 200 1"})
  void asks_for_at_most_200_servers_at_a_time(int count, String calls) {
    doAnswer(
            call -> {
              DescribeSourceServersRequest request = call.getArgument(0);
              return DescribeSourceServersResponse.builder()
                  .items(
                      request.filters().sourceServerIDs().stream()
                          .map(id -> SourceServer.builder().sourceServerID(id).build())
                          .toList())
                  .build();
            })
        .when(drs)
        .describeSourceServers(any(DescribeSourceServersRequest.class));

    assertThat(admission.replication(Scopes.HERE, ids(count)).keySet().toVector())
        .containsExactlyElementsOf(ids(count));

    var requests = ArgumentCaptor.forClass(DescribeSourceServersRequest.class);
    verify(drs, atLeast(1)).describeSourceServers(requests.capture());
    assertThat(
            Vector.ofAll(requests.getAllValues())
                .map(request -> request.filters().sourceServerIDs().size())
                .mkString(" "))
        .isEqualTo(calls);
  }

  private void sources(SourceServer... servers) {
    doReturn(DescribeSourceServersResponse.builder().items(servers).build())
        .when(drs)
        .describeSourceServers(any(DescribeSourceServersRequest.class));
  }

  @Test
  void knows_how_a_server_replicates_and_which_job_launched_it_last() {
    sources(
        SourceServer.builder()
            .sourceServerID("s-0")
            .tags(Map.of("Name", "db01"))
            .sourceProperties(p -> p.identificationHints(h -> h.hostname("db01.local")))
            .dataReplicationInfo(d -> d.dataReplicationState("STALLED").lagDuration("PT2H"))
            .lifeCycle(
                l ->
                    l.lastSeenByServiceDateTime("2026-03-01T11:59:00Z")
                        .lastLaunch(x -> x.initiated(i -> i.jobID("drsjob-9"))))
            .build());

    assertThat(admission.replication(Scopes.HERE, ids(2)).toJavaMap())
        .isEqualTo(
            Map.of(
                server("s-0"),
                new Replication(
                    "db01.local",
                    "STALLED",
                    Option.some("PT2H"),
                    Option.some(new JobId("drsjob-9")),
                    Option.some("2026-03-01T11:59:00Z"))));
  }

  @Test
  void a_server_that_tells_little_has_its_name_and_an_unknown_state() {
    sources(
        SourceServer.builder()
            .sourceServerID("s-0")
            .tags(Map.of("Name", "db01"))
            .lifeCycle(l -> l.lastLaunch(x -> x.status("PENDING")))
            .build(),
        SourceServer.builder()
            .sourceServerID("s-1")
            .dataReplicationInfo(d -> d.dataReplicationState("NOT_YET_INVENTED"))
            .build());

    assertThat(admission.replication(Scopes.HERE, ids(2)).values())
        .containsExactly(
            new Replication("db01", "UNKNOWN", Option.none(), Option.none()),
            new Replication("", "NOT_YET_INVENTED", Option.none(), Option.none()));
  }

  private static RecoveryInstance instance(String server, String id, String state) {
    return RecoveryInstance.builder()
        .sourceServerID(server)
        .recoveryInstanceID(id)
        .ec2InstanceState(state)
        .pointInTimeSnapshotDateTime("2026-03-01T12:00:00Z")
        .build();
  }

  @Test
  void knows_instances_that_are_neither_gone_nor_going() {
    doReturn(
            DescribeRecoveryInstancesResponse.builder()
                .nextToken("next")
                .items(
                    instance("s-0", "i-running", "RUNNING"),
                    instance("s-1", "i-gone", "TERMINATED"),
                    instance("s-2", "i-going", "SHUTTING-DOWN"))
                .build(),
            DescribeRecoveryInstancesResponse.builder()
                .items(
                    instance("s-3", "i-lost", "NOT_FOUND"),
                    instance("s-4", "i-stopped", "STOPPED"),
                    instance("s-5", "i-new", "NOT_YET_INVENTED"))
                .build())
        .when(drs)
        .describeRecoveryInstances(any(DescribeRecoveryInstancesRequest.class));

    assertThat(admission.liveInstances(Scopes.HERE, ids(6)).toJavaMap())
        .isEqualTo(
            Map.of(
                server("s-0"), "i-running",
                server("s-4"), "i-stopped",
                server("s-5"), "i-new"));
  }

  @Test
  void throttling_tells_nothing_and_a_denial_is_final() {
    doThrow(ThrottlingException.builder().statusCode(429).build())
        .when(drs)
        .describeJobs(any(DescribeJobsRequest.class));
    doThrow(AccessDeniedException.builder().statusCode(403).build())
        .when(drs)
        .describeSourceServers(any(DescribeSourceServersRequest.class));

    assertThatThrownBy(() -> admission.activeJobs(Scopes.HERE))
        .isInstanceOf(AwsUnavailableException.class);
    assertThatThrownBy(() -> admission.replication(Scopes.HERE, ids(1)))
        .isInstanceOf(AwsRefusedException.class);
  }
}
