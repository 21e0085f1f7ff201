package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.application.port.WriteOutcome.WRITTEN;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.Terminations;
import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded of the termination of an execution's instances. */
public abstract class TerminationsContract extends StoreContract {

  private static final TerminateJob ONE = new TerminateJob(new JobId("drsjob-1"), "us-east-1", 100);
  private static final TerminateJob TWO = new TerminateJob(new JobId("drsjob-2"), "eu-west-1", 7);
  private static final Instant LATER = NOON.plusSeconds(60);

  private Recorded ended() {
    return execution(1).completeWave().complete();
  }

  private Terminations terminations() {
    return store().terminations();
  }

  private WriteOutcome record(Recorded recorded, TerminateJob job) {
    return terminations().recordJob(recorded.key(), job, NOON);
  }

  @Test
  void keeps_who_asked_last_and_why() {
    var recorded = ended();

    assertThat(terminations().request(recorded.key(), requestBy("alice"))).isEqualTo(WRITTEN);
    assertThat(terminations().request(recorded.key(), requestBy("bob"))).isEqualTo(WRITTEN);

    assertThat(recorded.document().get("terminationRequest"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("requestedBy", "bob")
        .containsEntry("requestedAt", requestBy("bob").requestedAt().getEpochSecond());
  }

  @Test
  void adds_jobs_to_those_on_record_in_the_contracts_shape() {
    var recorded = ended();

    assertThat(record(recorded, ONE)).isEqualTo(WRITTEN);
    assertThat(record(recorded, TWO)).isEqualTo(WRITTEN);

    assertThat(recorded.document())
        .containsEntry("terminateJobs", List.of(entry(ONE), entry(TWO)))
        .containsEntry("terminationInitiatedAt", NOON.getEpochSecond())
        .doesNotContainKey("instancesTerminated");
  }

  private static Map<String, Object> entry(TerminateJob job) {
    return Map.of(
        "jobId",
        job.job().value(),
        "region",
        job.region(),
        "type",
        "TERMINATE",
        "status",
        "PENDING",
        "serverCount",
        (long) job.servers());
  }

  /** The second of two operators meets the job of the first one, and neither adds it again. */
  @Test
  void a_job_is_on_record_once() {
    var recorded = ended();
    record(recorded, ONE);
    record(recorded, TWO);

    assertThat(terminations().recordJob(recorded.key(), ONE, LATER)).isEqualTo(WRITTEN);

    assertThat(recorded.document())
        .containsEntry("terminateJobs", List.of(entry(ONE), entry(TWO)))
        .containsEntry("terminationInitiatedAt", NOON.getEpochSecond());
  }

  @Test
  void records_once_that_nothing_is_left() {
    var recorded = ended();
    record(recorded, ONE);

    assertThat(terminations().recordTerminated(recorded.key(), 1, NOON)).isEqualTo(WRITTEN);
    assertThat(terminations().recordTerminated(recorded.key(), 1, LATER)).isEqualTo(WRITTEN);

    assertThat(recorded.document())
        .containsEntry("instancesTerminated", true)
        .containsEntry("instancesTerminatedAt", NOON.getEpochSecond());
    assertThat(terminations().request(recorded.key(), requestBy("eve"))).isEqualTo(CONFLICT);
  }

  /** An operator found one more instance while somebody else found that all jobs had ended. */
  @Test
  void a_job_that_was_added_meanwhile_keeps_the_end_from_being_recorded() {
    var recorded = ended();
    record(recorded, ONE);
    record(recorded, TWO);

    assertThat(terminations().recordTerminated(recorded.key(), 1, NOON)).isEqualTo(CONFLICT);

    assertThat(recorded.document()).doesNotContainKey("instancesTerminated");
  }

  @Test
  void there_is_no_end_without_a_job() {
    var recorded = ended();

    assertThat(terminations().recordTerminated(recorded.key(), 1, NOON)).isEqualTo(CONFLICT);
  }

  static Vector<Named<UnaryOperator<Recorded>>> others() {
    return Vector.of(
        Named.of("PENDING", recorded -> recorded),
        Named.of("running", Recorded::launch),
        Named.of("CANCELLING", recorded -> recorded.launch().requestCancel()));
  }

  @ParameterizedTest
  @MethodSource("others")
  void records_nothing_of_an_execution_that_has_not_ended(UnaryOperator<Recorded> state) {
    var recorded = state.apply(execution(2));
    var before = recorded.document();

    assertAllConflict(recorded);

    assertThat(recorded.document()).isEqualTo(before);
  }

  @Test
  void no_write_brings_a_deleted_execution_back() {
    var recorded = ended();
    tested().delete(recorded.key());

    assertAllConflict(recorded);

    assertThat(store().documents().document(recorded.key().executionId())).isEmpty();
  }

  private void assertAllConflict(Recorded recorded) {
    assertThat(terminations().request(recorded.key(), requestBy("eve"))).isEqualTo(CONFLICT);
    assertThat(record(recorded, ONE)).isEqualTo(CONFLICT);
    assertThat(terminations().recordTerminated(recorded.key(), 0, NOON)).isEqualTo(CONFLICT);
  }

  @Test
  void changes_neither_the_status_nor_the_version() {
    var recorded = ended();
    var version = recorded.version();
    terminations().request(recorded.key(), requestBy("alice"));
    record(recorded, ONE);
    terminations().recordTerminated(recorded.key(), 1, NOON);

    assertThat(recorded.version()).isEqualTo(version);
    assertThat(recorded.document()).containsEntry("status", "COMPLETED");
  }
}
