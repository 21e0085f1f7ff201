package io.drsorchestrator.adapter.out.drs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.LoopbackEndpoint;
import io.drsorchestrator.adapter.out.LoopbackEndpoint.Answer;
import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.application.port.RecoveryInstances.Refused;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.drs.DrsClient;

/** Recovery instances over HTTP, with answers as DRS sends them. */
final class DrsRecoveryInstancesTest {

  private static final JobId JOB = new JobId("drsjob-00000000000000001");

  private static void with(Consumer<DrsRecoveryInstances> work, Answer... answers) {
    try (var endpoint = LoopbackEndpoint.answering(answers)) {
      work.accept(instances(endpoint));
    }
  }

  private static DrsRecoveryInstances instances(LoopbackEndpoint endpoint) {
    var client =
        DrsClient.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    return new DrsRecoveryInstances(scope -> client, (scope, ids) -> HashMap.empty());
  }

  private static Answer ok(String json) {
    return Answer.of(200, json.replace('\'', '"'));
  }

  private static Vector<SourceServerId> servers(int count) {
    return Vector.range(0, count).map(n -> new SourceServerId("s-" + n));
  }

  @Test
  void tells_of_instances_page_by_page_in_drs_own_words() {
    with(
        drs ->
            assertThat(drs.of(Scopes.HERE, servers(1)))
                .containsExactly(
                    new LiveInstance(
                        "i-1", "i-1", new SourceServerId("s-1"), Option.some(JOB), "MOLTEN"),
                    new LiveInstance(
                        "i-2", "i-2", new SourceServerId("s-2"), Option.none(), "UNKNOWN")),
        ok(
            """
            {'items':[{'recoveryInstanceID':'i-1','ec2InstanceID':'i-1','sourceServerID':'s-1',
              'jobID':'drsjob-00000000000000001','ec2InstanceState':'MOLTEN'}],'nextToken':'t'}"""),
        ok(
            """
            {'items':[{'ec2InstanceID':'i-2','sourceServerID':'s-2'},{'ec2InstanceID':'i-3'},
              {'sourceServerID':'s-4'}]}"""));
  }

  /** An empty list would mean "all" to DRS. */
  @Test
  void asks_for_nothing_where_nothing_is_asked() {
    try (var endpoint = LoopbackEndpoint.answering(ok("{'items':[]}"))) {
      var drs = instances(endpoint);
      assertThat(drs.of(Scopes.HERE, Vector.empty())).isEmpty();
      assertThat(drs.jobs(Scopes.HERE, Vector.empty())).isEmpty();
      assertThat(drs.terminate(Scopes.HERE, Vector.empty()).isLeft()).isTrue();
      assertThat(endpoint.requests()).isEmpty();
    }
  }

  @Test
  void asks_for_at_most_200_at_a_time() {
    try (var endpoint = LoopbackEndpoint.answering(ok("{'items':[]}"))) {
      instances(endpoint).of(Scopes.HERE, servers(401));
      assertThat(endpoint.requests().map(request -> request.body().split("\"s-", -1).length - 1))
          .containsExactly(200, 200, 1);
    }
  }

  @Test
  void tells_of_a_job_of_any_type_with_words_that_the_sdk_does_not_know() {
    with(
        drs ->
            assertThat(drs.jobs(Scopes.HERE, Vector.of(JOB)).get(JOB))
                .containsExactly(
                    new JobView(
                        JOB,
                        "PONDER",
                        "COMPLETED",
                        Vector.of(
                            new JobServer(
                                new SourceServerId("s-1"), Option.some("i-1"), "HALFWAY")))),
        ok(
            """
            {'items':[{'jobID':'drsjob-00000000000000001','type':'PONDER','status':'COMPLETED',
              'participatingServers':[{'sourceServerID':'s-1','recoveryInstanceID':'i-1',
                'launchStatus':'HALFWAY'}]}]}"""));
  }

  @Test
  void an_active_job_is_one_that_has_not_ended() {
    try (var endpoint =
        LoopbackEndpoint.answering(
            ok(
                """
                {'items':[{'jobID':'drsjob-00000000000000001','type':'TERMINATE','status':'PENDING'},
                  {'jobID':'drsjob-00000000000000002','type':'LAUNCH','status':'COMPLETED'}]}"""))) {
      var since = Instant.parse("2026-03-01T12:00:00Z");
      assertThat(instances(endpoint).activeJobs(Scopes.HERE, since).map(JobView::id))
          .containsExactly(JOB);
      assertThat(endpoint.requests().single().body()).contains("2026-03-01T12:00:00Z");
    }
  }

  @Test
  void terminates_and_tells_the_job() {
    try (var endpoint =
        LoopbackEndpoint.answering(
            ok(
                "{'job':{'jobID':'drsjob-00000000000000001','type':'TERMINATE','status':'PENDING'}}"))) {
      var job = instances(endpoint).terminate(Scopes.HERE, Vector.of("i-1", "i-2")).get();
      assertThat(job).isEqualTo(new JobView(JOB, "TERMINATE", "PENDING", Vector.empty()));
      assertThat(endpoint.requests().single().path()).isEqualTo("/TerminateRecoveryInstances");
      assertThat(endpoint.requests().single().body())
          .isEqualTo("{\"recoveryInstanceIDs\":[\"i-1\",\"i-2\"]}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "409, ConflictException, CONFLICT",
    "402, ServiceQuotaExceededException, QUOTA",
    "404, ResourceNotFoundException, INVALID",
    "400, ValidationException, INVALID"
  })
  void a_refusal_tells_its_kind(int status, String type, Refused.Why why) {
    with(
        drs ->
            assertThat(drs.terminate(Scopes.HERE, Vector.of("i-1")).getLeft())
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why))
                .satisfies(refused -> assertThat(refused.reason()).contains(type)),
        Answer.error(status, type));
  }

  @ParameterizedTest
  @CsvSource({"403, AccessDeniedException", "400, UninitializedAccountException"})
  void what_no_other_ids_would_mend_is_refused_as_a_whole(int status, String type) {
    with(
        drs ->
            assertThatThrownBy(() -> drs.terminate(Scopes.HERE, Vector.of("i-1")))
                .isInstanceOf(AwsRefusedException.class)
                .hasMessageContaining(type),
        Answer.error(status, type));
  }

  /** A second attempt would meet the job of a first one whose answer got lost. */
  @ParameterizedTest
  @CsvSource({"429, ThrottlingException", "500, InternalServerException", "0, hang-up"})
  void silence_is_not_tried_again(int status, String type) {
    var answer = status == 0 ? Answer.HANG_UP : Answer.error(status, type);
    try (var endpoint = LoopbackEndpoint.answering(answer)) {
      assertThatThrownBy(() -> instances(endpoint).terminate(Scopes.HERE, Vector.of("i-1")))
          .isInstanceOf(AwsUnavailableException.class);
      assertThat(endpoint.requests()).hasSize(1);
    }
  }

  @Test
  void an_answer_without_a_job_is_no_success() {
    with(
        drs ->
            assertThatThrownBy(() -> drs.terminate(Scopes.HERE, Vector.of("i-1")))
                .isInstanceOf(AwsUnavailableException.class),
        ok("{}"));
  }

  @Test
  void passes_the_data_of_a_log_on_under_drs_own_names() {
    with(
        drs -> {
          var event = drs.log(Scopes.HERE, JOB).single();
          assertThat(event.event()).isEqualTo("CONVERSION_FAIL");
          assertThat(event.logDateTime()).containsExactly("2026-01-26T12:00:00.5Z");
          assertThat(event.time()).containsExactly(Instant.parse("2026-01-26T12:00:00.5Z"));
          assertThat(event.data().toJavaMap())
              .isEqualTo(
                  Map.of(
                      "sourceServerID",
                      "s-1",
                      "conversionServerID",
                      "i-9",
                      "conversionProperties",
                      Map.of(
                          "dataTimestamp",
                          "2026-01-26T11:00:00Z",
                          "forceUefi",
                          true,
                          "volumeToVolumeSize",
                          Map.of("vol-1", 5L))));
        },
        ok(
            """
            {'items':[{'logDateTime':'2026-01-26T12:00:00.5Z','event':'CONVERSION_FAIL','eventData':
              {'sourceServerID':'s-1','conversionServerID':'i-9','conversionProperties':
                {'dataTimestamp':'2026-01-26T11:00:00Z','forceUefi':true,
                 'volumeToVolumeSize':{'vol-1':5}}}}]}"""));
  }

  @Test
  void shortens_a_raw_error() {
    with(
        drs ->
            assertThat(drs.log(Scopes.HERE, JOB).single().data().get("rawError").get())
                .asString()
                .hasSize(1000),
        ok(
            "{'items':[{'event':'LAUNCH_FAILED','eventData':{'rawError':'%s'}}]}"
                .formatted("x".repeat(65_536))));
  }

  @Test
  void an_event_without_data_or_time_is_told_all_the_same() {
    with(
        drs -> {
          var event = drs.log(Scopes.HERE, JOB).single();
          assertThat(event.data()).isEmpty();
          assertThat(event.logDateTime()).isEmpty();
        },
        ok("{'items':[{'event':'JOB_START'}]}"));
  }
}
