package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.Servers.id;
import static io.drsorchestrator.local.aws.Servers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.Job;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;
import software.amazon.awssdk.services.drs.model.SourceServer;
import software.amazon.awssdk.services.drs.model.ValidationException;

class ListingTest {

  private static final String ANY_JOB = "drsjob-00000000000000000";

  private final RunningAws aws = RunningAws.with(b -> b.sourceServers(Servers.upTo(7)).pageSize(3));
  private final DrsClient drs = aws.drs();

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void paginators_see_everything_once() {
    List<String> jobIds = startSevenJobs();
    aws.passSeconds(600);

    assertThat(drs.describeSourceServersPaginator(r -> {}).items())
        .extracting(SourceServer::sourceServerID)
        .containsExactlyElementsOf(ids(7));
    assertThat(drs.describeJobsPaginator(r -> {}).items())
        .extracting(Job::jobID)
        .containsExactlyInAnyOrderElementsOf(jobIds);
    assertThat(drs.describeRecoveryInstancesPaginator(r -> {}).items())
        .extracting(RecoveryInstance::sourceServerID)
        .containsExactlyElementsOf(ids(7));
    assertThat(drs.describeJobLogItemsPaginator(r -> r.jobID(jobIds.get(0))).items()).hasSize(7);
    assertThat(aws.aws().calls("drs", "DescribeSourceServers")).isEqualTo(3);
    assertThat(aws.aws().calls("drs", "DescribeJobs")).isEqualTo(3);
  }

  @Test
  void the_newest_job_comes_first() {
    List<String> jobIds = new ArrayList<>(startSevenJobs());
    Collections.reverse(jobIds);

    assertThat(drs.describeJobsPaginator(r -> {}).items())
        .extracting(Job::jobID)
        .containsExactlyElementsOf(jobIds);
  }

  @Test
  void max_results_only_makes_pages_smaller() {
    assertThat(drs.describeSourceServers(r -> r.maxResults(2)).items()).hasSize(2);
    assertThat(drs.describeSourceServers(r -> r.maxResults(100)).items()).hasSize(3);
    assertThatThrownBy(() -> drs.describeSourceServers(r -> r.maxResults(0)))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void a_token_is_good_for_its_own_question_only() {
    String token = drs.describeSourceServers(r -> {}).nextToken();

    assertThat(token).doesNotContain(id(3));
    assertThat(drs.describeSourceServers(r -> r.nextToken(token)).items())
        .extracting(SourceServer::sourceServerID)
        .containsExactly(id(4), id(5), id(6));
    assertThatThrownBy(
            () ->
                drs.describeSourceServers(
                    r -> r.nextToken(token).filters(f -> f.sourceServerIDs(ids(7)))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("nextToken");
    assertThatThrownBy(() -> drs.describeJobs(r -> r.nextToken(token)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> drs.describeJobs(r -> r.nextToken("made up")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void an_empty_filter_means_everything() {
    assertThat(drs.describeSourceServers(r -> r.filters(f -> f.sourceServerIDs(List.of()))).items())
        .hasSize(3);
    aws.start(id(1));
    assertThat(drs.describeJobs(r -> r.filters(f -> f.jobIDs(List.of()))).items()).hasSize(1);
    aws.passSeconds(600);
    assertThat(
            drs.describeRecoveryInstances(r -> r.filters(f -> f.recoveryInstanceIDs(List.of())))
                .items())
        .hasSize(1);
  }

  @Test
  void a_filter_leaves_out_what_does_not_exist() {
    String jobId = aws.start(id(1)).jobID();

    assertThat(drs.describeJobs(r -> r.filters(f -> f.jobIDs(jobId, ANY_JOB))).items())
        .extracting(Job::jobID)
        .containsExactly(jobId);
    assertThat(
            drs.describeSourceServers(r -> r.filters(f -> f.sourceServerIDs(id(5), id(99))))
                .items())
        .extracting(SourceServer::sourceServerID)
        .containsExactly(id(5));
  }

  @Test
  void jobs_can_be_filtered_by_date() {
    String first = aws.start(id(1)).jobID();
    aws.passSeconds(60);
    String second = aws.start(id(2)).jobID();

    assertThat(drs.describeJobs(r -> r.filters(f -> f.fromDate("2026-06-01T12:00:30Z"))).items())
        .extracting(Job::jobID)
        .containsExactly(second);
    assertThat(drs.describeJobs(r -> r.filters(f -> f.toDate("2026-06-01T12:00:30.000Z"))).items())
        .extracting(Job::jobID)
        .containsExactly(first);
    assertThatThrownBy(() -> drs.describeJobs(r -> r.filters(f -> f.fromDate("yesterday"))))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void instances_can_be_filtered_by_source_server() {
    aws.launched(id(1));
    String instance = aws.launched(id(2));

    assertThat(drs.describeRecoveryInstances(r -> r.filters(f -> f.sourceServerIDs(id(2)))).items())
        .extracting(RecoveryInstance::recoveryInstanceID)
        .containsExactly(instance);
  }

  @Test
  void too_many_ids_in_a_filter_are_invalid() {
    List<String> instances =
        IntStream.range(0, 201).mapToObj(n -> String.format("i-%017x", n)).toList();
    List<String> jobs =
        IntStream.range(0, 1001).mapToObj(n -> String.format("drsjob-%017x", n)).toList();

    assertThatThrownBy(
            () -> drs.describeSourceServers(r -> r.filters(f -> f.sourceServerIDs(ids(201)))))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(
            () ->
                drs.describeRecoveryInstances(
                    r -> r.filters(f -> f.recoveryInstanceIDs(instances))))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> drs.describeJobs(r -> r.filters(f -> f.jobIDs(jobs))))
        .isInstanceOf(ValidationException.class);
    assertThat(drs.describeJobs(r -> r.filters(f -> f.jobIDs(jobs.subList(0, 1000)))).items())
        .isEmpty();
  }

  @Test
  void malformed_ids_in_a_filter_are_invalid() {
    assertThatThrownBy(() -> drs.describeJobs(r -> r.filters(f -> f.jobIDs("job-1"))))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void the_log_of_an_unknown_job_is_refused() {
    assertThatThrownBy(() -> drs.describeJobLogItems(r -> r.jobID(ANY_JOB)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(ANY_JOB);
  }

  private List<String> startSevenJobs() {
    return ids(7).stream().map(server -> aws.start(server).jobID()).toList();
  }
}
