package io.drsorchestrator.local.aws.drs;

import static io.drsorchestrator.local.aws.RunningAws.targets;
import static io.drsorchestrator.local.aws.Servers.id;
import static io.drsorchestrator.local.aws.Servers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drsorchestrator.local.aws.RunningAws;
import io.drsorchestrator.local.aws.Servers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.ConflictException;
import software.amazon.awssdk.services.drs.model.DrsException;
import software.amazon.awssdk.services.drs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.drs.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.drs.model.ValidationException;
import software.amazon.awssdk.services.drs.model.ValidationExceptionReason;

class AdmittingJobsTest {

  private final RunningAws aws = RunningAws.withServers(620);

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void one_busy_server_makes_the_whole_call_conflict() {
    aws.start(id(1));

    var conflict =
        catchThrowableOfType(ConflictException.class, () -> aws.start(id(2), id(1), id(3)));

    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.resourceId()).isEqualTo(id(1));
    assertThat(conflict).hasMessageContaining("currently being processed by a Job");
    assertThat(aws.aws().jobs()).hasSize(1);
    assertThat(aws.start(id(2), id(3)).jobID()).isNotNull();
  }

  @Test
  void calling_again_after_completion_launches_again() {
    String first = aws.start(id(1)).jobID();
    aws.passSeconds(600);

    assertThat(aws.start(id(1)).jobID()).isNotEqualTo(first);
    assertThat(aws.aws().startRecoveryCalls()).isEqualTo(2);
  }

  @Test
  void of_many_simultaneous_calls_exactly_one_wins() {
    AtomicInteger won = new AtomicInteger();
    DrsClient drs = aws.drs();
    IntStream.range(0, 16)
        .parallel()
        .forEach(
            n -> {
              try {
                drs.startRecovery(r -> r.sourceServers(targets(List.of(id(1)))));
                won.incrementAndGet();
              } catch (ConflictException e) {
                assertThat(e.statusCode()).isEqualTo(409);
              }
            });

    assertThat(won).hasValue(1);
    assertThat(aws.aws().startRecoveryCalls()).isEqualTo(16);
    assertThat(aws.aws().jobs()).hasSize(1);
  }

  @Test
  void a_job_takes_100_servers_and_not_one_more() {
    var refusal = catchThrowableOfType(ServiceQuotaExceededException.class, () -> start(1, 101));

    assertThat(refusal.statusCode()).isEqualTo(402);
    assertThat(refusal.quotaCode()).isEqualTo("L-B827C881");
    assertThat(refusal.serviceCode()).isEqualTo("drs");
    assertThat(start(1, 100)).isNotNull();
  }

  @Test
  void there_are_20_jobs_at_a_time_and_completed_ones_do_not_count() {
    IntStream.rangeClosed(1, 20).forEach(n -> aws.start(id(n)));

    assertThatThrownBy(() -> aws.start(id(21)))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            refusal -> assertThat(refusal.quotaCode()).isEqualTo("L-D88FAC3A"));
    aws.passSeconds(600);
    assertThat(aws.start(id(21)).jobID()).isNotNull();
  }

  @Test
  void there_are_500_servers_in_all_jobs() {
    for (int first = 1; first < 500; first += 100) {
      start(first, 100);
    }

    assertThatThrownBy(() -> aws.start(id(501)))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            refusal -> assertThat(refusal.quotaCode()).isEqualTo("L-05AFA8C6"));
  }

  @Test
  void more_than_200_servers_are_invalid() {
    assertThatThrownBy(() -> start(1, 201)).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> aws.start(List.of())).isInstanceOf(ValidationException.class);
  }

  @Test
  void the_same_server_twice_is_invalid() {
    var refusal = catchThrowableOfType(ValidationException.class, () -> aws.start(id(1), id(1)));

    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.reason()).isEqualTo(ValidationExceptionReason.FIELD_VALIDATION_FAILED);
    assertThat(refusal.fieldList().get(0).name()).isEqualTo("sourceServers");
    assertThat(aws.aws().jobs()).isEmpty();
  }

  @Test
  void an_unknown_server_is_not_found() {
    assertThatThrownBy(() -> aws.start(id(1), id(9999)))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(404);
              assertThat(refusal.resourceId()).isEqualTo(id(9999));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s-1", "i-00000000000000001", "s-0000000000000000/", "S-00000000000000001"})
  void a_malformed_server_id_is_invalid(String id) {
    assertThatThrownBy(() -> aws.start(id)).isInstanceOf(ValidationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INITIATING", "DISCONNECTED", "STOPPED", "INITIAL_SYNC"})
  void a_server_that_does_not_replicate_cannot_be_recovered(String state) {
    aws.aws()
        .register(
            Servers.parse(
                "[{'sourceServerId':'"
                    + id(1)
                    + "','name':'a','replicationState':'"
                    + state
                    + "'}]"));

    assertThatThrownBy(() -> aws.start(id(1), id(2)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(id(1))
        .hasMessageContaining(state);
    assertThat(aws.aws().jobs()).isEmpty();
  }

  @Test
  void quotas_can_be_overridden() {
    try (RunningAws small =
        RunningAws.with(b -> b.sourceServers(Servers.upTo(3)).quotas(new Quotas(2, 1, 2)))) {
      assertThatThrownBy(() -> small.start(ids(3)))
          .isInstanceOf(ServiceQuotaExceededException.class);
      small.start(id(1));
      assertThatThrownBy(() -> small.start(id(2)))
          .isInstanceOf(ServiceQuotaExceededException.class)
          .hasMessageContaining("limit of 1 concurrent jobs");
    }
  }

  @Test
  void an_unknown_operation_is_named_in_the_error() {
    assertThatThrownBy(() -> aws.drs().describeRecoverySnapshots(r -> r.sourceServerID(id(1))))
        .isInstanceOf(DrsException.class)
        .hasMessageContaining("DescribeRecoverySnapshots")
        .hasMessageContaining("StartRecovery");
  }

  private String start(int first, int count) {
    return aws.start(IntStream.range(first, first + count).mapToObj(Servers::id).toList()).jobID();
  }
}
