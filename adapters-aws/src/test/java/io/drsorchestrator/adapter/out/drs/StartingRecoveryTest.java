package io.drsorchestrator.adapter.out.drs;

import static io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.adapter.out.sts.StsEndpoint;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Postponed;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Rejected;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.ServersBusy;
import io.drsorchestrator.application.port.RecoveryJobs.LaunchResult.Started;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.drs.DrsClient;

/** StartRecovery over HTTP, with the SDK as it runs in production. */
class StartingRecoveryTest {

  private static final Answer ACCEPTED =
      Answer.of(202, "{\"job\":{\"jobID\":\"drsjob-1\",\"status\":\"PENDING\"}}");

  @Test
  void asks_for_the_servers_and_marks_the_job_as_ours() {
    try (var endpoint = LoopbackEndpoint.answering(ACCEPTED)) {
      var result = jobs(endpoint).start(Scopes.HERE, launch(ExecutionType.DRILL));

      assertThat(result).isEqualTo(new Started(new JobId("drsjob-1")));
      var request = endpoint.requests().single();
      assertThat(request.path()).isEqualTo("/StartRecovery");
      assertThat(request.body())
          .contains(
              "\"isDrill\":true",
              "\"sourceServers\":[{\"sourceServerID\":\"s-1\"},{\"sourceServerID\":\"s-2\"}]",
              "\"executionId\":\"exec-1\"",
              "\"planId\":\"plan-1\"",
              "\"waveNumber\":\"2\"",
              "\"managedBy\":\"drs-orchestrator\"");
    }
  }

  @Test
  void a_recovery_is_no_drill() {
    try (var endpoint = LoopbackEndpoint.answering(ACCEPTED)) {
      jobs(endpoint).start(Scopes.HERE, launch(ExecutionType.RECOVERY));

      assertThat(endpoint.requests().single().body()).contains("\"isDrill\":false");
    }
  }

  /** StartRecovery has no client token: a second attempt may start a second job (D26). */
  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void attempts_a_launch_once_when_its_outcome_is_unknown(int status) {
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(status, "{}"), ACCEPTED)) {
      assertThatThrownBy(() -> start(endpoint)).isInstanceOf(AwsUnavailableException.class);
      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void attempts_a_launch_once_when_it_is_throttled() {
    var throttled = Answer.error(429, "ThrottlingException").with("Retry-After", "7");
    try (var endpoint = LoopbackEndpoint.answering(throttled, ACCEPTED)) {
      assertThat(start(endpoint))
          .isEqualTo(
              new Postponed(
                  "told by the endpoint (ThrottlingException, HTTP 429)", Duration.ofSeconds(7)));
      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  /** The JDK's own HTTP client repeats a POST whose connection is closed, unless told not to. */
  @Test
  void attempts_a_launch_once_when_the_endpoint_hangs_up() {
    try (var endpoint = LoopbackEndpoint.answering(HANG_UP, ACCEPTED)) {
      assertThatThrownBy(() -> start(endpoint)).isInstanceOf(AwsUnavailableException.class);
      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void attempts_a_launch_once_when_a_kept_connection_is_hung_up() {
    try (var endpoint = LoopbackEndpoint.answering(ACCEPTED, HANG_UP, ACCEPTED)) {
      var jobs = jobs(endpoint);
      jobs.start(Scopes.HERE, launch(ExecutionType.DRILL));

      assertThatThrownBy(() -> jobs.start(Scopes.HERE, launch(ExecutionType.DRILL)))
          .isInstanceOf(AwsUnavailableException.class);
      assertThat(endpoint.requests()).hasSize(2);
    }
  }

  @Test
  void a_read_is_attempted_three_times() {
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(500, "{}"))) {
      var jobs = jobs(endpoint);

      assertThatThrownBy(() -> jobs.describe(Scopes.HERE, new JobId("drsjob-1")))
          .isInstanceOf(AwsUnavailableException.class);
      assertThat(endpoint.requests()).hasSize(3);
    }
  }

  @Test
  void a_full_quota_postpones() {
    try (var endpoint =
        LoopbackEndpoint.answering(Answer.error(402, "ServiceQuotaExceededException"))) {
      assertThat(start(endpoint))
          .isEqualTo(
              new Postponed(
                  "told by the endpoint (ServiceQuotaExceededException, HTTP 402)",
                  Duration.ofSeconds(60)));
    }
  }

  @Test
  void a_server_in_another_job_is_busy() {
    try (var endpoint = LoopbackEndpoint.answering(Answer.error(409, "ConflictException"))) {
      assertThat(start(endpoint))
          .isEqualTo(new ServersBusy("told by the endpoint (ConflictException, HTTP 409)"));
    }
  }

  @Test
  void an_answer_that_names_no_job_leaves_the_outcome_unknown() {
    try (var endpoint = LoopbackEndpoint.answering(Answer.of(202, "{}"))) {
      assertThatThrownBy(() -> start(endpoint)).isInstanceOf(AwsUnavailableException.class);
    }
  }

  @Test
  void a_launch_of_no_servers_is_rejected_without_a_call() {
    try (var endpoint = LoopbackEndpoint.answering(ACCEPTED)) {
      var nothing = new Launch(Scopes.KEY, new WaveNumber(2), ExecutionType.DRILL, Vector.empty());

      assertThat(jobs(endpoint).start(Scopes.HERE, nothing)).isInstanceOf(Rejected.class);
      assertThat(endpoint.requests()).isEmpty();
    }
  }

  /** STS says no: nothing was sent to DRS, which would have refused in the same words. */
  @Test
  void a_refusal_of_sts_is_no_answer_of_drs_and_launches_nothing() {
    try (var sts = LoopbackEndpoint.answering(StsEndpoint.error(403, "AccessDenied"))) {
      var jobs = new DrsRecoveryJobs(DrsClients.of(StsEndpoint.roles(sts)));

      assertThat(jobs.start(Scopes.inAnotherAccount(), launch(ExecutionType.DRILL)))
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected ->
                  assertThat(rejected.reason())
                      .startsWith("AssumeRole: the role arn:aws:iam::444455556666:role/SomeRole")
                      .doesNotContain("DRS refused"));
    }
  }

  @Test
  void while_sts_is_down_the_launch_is_postponed_and_nobody_waits_for_a_lease() {
    try (var sts = LoopbackEndpoint.answering(StsEndpoint.error(503, "ServiceUnavailable"))) {
      var jobs = new DrsRecoveryJobs(DrsClients.of(StsEndpoint.roles(sts)));

      assertThat(jobs.start(Scopes.inAnotherAccount(), launch(ExecutionType.DRILL)))
          .isInstanceOfSatisfying(
              Postponed.class,
              postponed -> {
                assertThat(postponed.reason()).startsWith("AssumeRole: STS gave no credentials");
                assertThat(postponed.retryAfter()).isEqualTo(Duration.ofSeconds(30));
              });
    }
  }

  /** Host names are made of Regions, and signed requests are sent there. */
  @Test
  void a_region_that_is_none_launches_nothing() {
    var jobs = new DrsRecoveryJobs(DrsClients.of(Scopes.NO_ROLES));

    assertThat(jobs.start(Scopes.in("evil.example/#"), launch(ExecutionType.DRILL)))
        .isInstanceOf(Rejected.class);
  }

  private static LaunchResult start(LoopbackEndpoint endpoint) {
    return jobs(endpoint).start(Scopes.HERE, launch(ExecutionType.DRILL));
  }

  private static Launch launch(ExecutionType type) {
    return new Launch(
        Scopes.KEY,
        new WaveNumber(2),
        type,
        Vector.of(new SourceServerId("s-1"), new SourceServerId("s-2")));
  }

  private static DrsRecoveryJobs jobs(LoopbackEndpoint endpoint) {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "key"));
    var client =
        SdkClients.build(
            DrsClient.builder().endpointOverride(endpoint.uri()).credentialsProvider(credentials),
            "us-east-1");
    return new DrsRecoveryJobs(scope -> client);
  }
}
