package io.drsorchestrator.application.instances;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.instances.Termination.ErrorType;
import io.drsorchestrator.application.instances.Termination.Failed;
import io.drsorchestrator.application.instances.TerminationRefusal.NotTerminable;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.collection.Vector;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terminating recovery instances: what is called, answered and recorded (contract 3.10). */
final class TerminateInstancesTest {

  private static final DrsScope SCOPE = new DrsScope(Workbench.HUB, SampleWaves.REGION);

  private final AtCall at = new AtCall();
  private final Recovery recovery = new Recovery(at);

  private Vector<Integer> callSizes() {
    return recovery.drs().terminateCalls().map(Vector::size);
  }

  private static Vector<ErrorType> types(Termination result) {
    return result.failed().map(Failed::type);
  }

  @Test
  void starts_a_job_and_records_it_and_who_asked() {
    var id = recovery.completed(2);

    var result = recovery.terminate(id);

    var job = recovery.drs().terminations().single();
    assertThat(result.terminated()).hasSize(2).allMatch(it -> it.job().equals(job));
    assertThat(result.failed()).isEmpty();
    assertThat(result.jobs().single().view().id()).isEqualTo(job);
    assertThat(result.jobs().single().region()).isEqualTo(SampleWaves.REGION);
    assertThat(recovery.recordedJobs(id)).containsExactly(job);
    assertThat(recovery.document(id))
        .containsEntry("terminationInitiatedAt", NOON.getEpochSecond())
        .doesNotContainKey("instancesTerminated");
    assertThat((Map<?, ?>) recovery.document(id).get("terminationRequest"))
        .extracting(request -> request.get("requestedBy"))
        .isEqualTo("alice");
  }

  @Test
  void refuses_while_the_execution_runs_and_asks_drs_for_nothing() {
    var id = recovery.bench.started(2);
    recovery.bench.completeWave(id, 0);

    assertThat(recovery.request(id, "alice").getLeft())
        .isEqualTo(new NotTerminable("Execution not in terminal state", "POLLING"));
    assertThat(callSizes()).isEmpty();
    assertThat(recovery.document(id)).doesNotContainKey("terminationRequest");
  }

  @Test
  void calls_for_a_hundred_at_a_time_across_waves() {
    var id = recovery.completed(100, 100, 50);

    var result = recovery.terminate(id);

    assertThat(callSizes()).containsExactly(100, 100, 50);
    assertThat(result.terminated()).hasSize(250);
    assertThat(recovery.recordedJobs(id)).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void a_chunk_without_an_answer_does_not_hide_the_others() {
    var id = recovery.completed(100, 100, 50);
    at.watch();
    recovery.listed(id);
    var call = callOf(id, "RecoveryInstances.terminate") + 1;
    // The second chunk: after its first come the record of its job and the next call.
    at.at(
        call + 1,
        false,
        () -> {
          throw new AwsUnavailableException("throttled", new RuntimeException());
        });

    var result = recovery.terminate(id);

    assertThat(result.terminated()).hasSize(150);
    assertThat(types(result)).hasSize(100).containsOnly(ErrorType.UNAVAILABLE);
    assertThat(recovery.recordedJobs(id)).hasSize(2);
  }

  /** The number of the first such call when terminating, found out on a copy of the world. */
  private int callOf(ExecutionId id, String name) {
    at.at(-2, false, () -> {});
    var before = recovery.bench.store().snapshot();
    recovery.drs().fail("terminate");
    assertThatThrownBy(() -> recovery.terminate(id)).isInstanceOf(AwsUnavailableException.class);
    recovery.drs().recover();
    recovery.bench.store().restore(before);
    var number = at.calls().indexOf(name);
    at.ignore();
    return number;
  }

  @Test
  void a_busy_instance_does_not_keep_the_others_from_being_terminated() {
    var id = recovery.completed(100);
    var other = recovery.drs().terminate(SCOPE, Vector.of("i-of-s-0-7")).get().id();

    var result = recovery.terminate(id);

    assertThat(result.terminated()).hasSize(99);
    assertThat(result.failed())
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.instanceId()).isEqualTo("i-of-s-0-7");
              assertThat(failed.type()).isEqualTo(ErrorType.CONFLICT);
              assertThat(failed.error()).isEqualTo("Already terminated or being processed");
            });
    assertThat(callSizes()).as("the other's call first").containsExactly(1, 100, 99);
    assertThat(recovery.recordedJobs(id)).hasSize(2).contains(other);
    assertThat(result.isRepeated()).isFalse();
  }

  @Test
  void one_who_clicks_again_starts_nothing_and_sees_the_same_job() {
    var id = recovery.completed(2);
    var first = recovery.terminate(id);

    var second = recovery.terminate(id);

    assertThat(second.isRepeated()).isTrue();
    assertThat(types(second)).containsExactly(ErrorType.CONFLICT, ErrorType.CONFLICT);
    assertThat(second.jobs().map(job -> job.view().id()))
        .containsExactlyElementsOf(first.jobs().map(job -> job.view().id()));
    assertThat(recovery.drs().terminations()).hasSize(1);
    assertThat(recovery.recordedJobs(id)).hasSize(1);
  }

  @Test
  void finds_nothing_when_all_is_gone_and_records_that() {
    var id = recovery.completed(2);
    recovery.terminate(id);
    recovery.drs().finish(recovery.drs().terminations().single());

    assertThat(recovery.terminate(id).isNothing()).isTrue();

    assertThat(recovery.isKnownTerminated(id)).isTrue();
    assertThat(recovery.request(id, "bob").getLeft())
        .isEqualTo(new NotTerminable("Instances already terminated", "COMPLETED"));
  }

  @Test
  void a_job_whose_answer_got_lost_is_found_and_recorded() {
    var id = recovery.completed(2);
    recovery.drs().loseAnswerOf("terminate");

    var result = recovery.terminate(id);

    assertThat(result.terminated()).hasSize(2);
    assertThat(recovery.recordedJobs(id)).isEqualTo(recovery.drs().terminations()).hasSize(1);
  }

  @Test
  void nothing_but_silence_is_no_answer() {
    var id = recovery.completed(2);
    recovery.drs().fail("terminate", "activeJobs");

    assertThatThrownBy(() -> recovery.terminate(id)).isInstanceOf(AwsUnavailableException.class);
  }

  /** DRS has no cancel: the servers are named, and not called terminated. */
  @Test
  void names_the_servers_that_are_still_being_launched() {
    var id = recovery.overdue();

    var result = recovery.terminate(id);

    assertThat(result.terminated()).isEmpty();
    assertThat(result.isRepeated()).isFalse();
    assertThat(result.isNothing()).isFalse();
    assertThat(types(result)).containsExactly(ErrorType.LAUNCHING, ErrorType.LAUNCHING);
    assertThat(result.failed().map(it -> it.server().value())).containsExactly("s-0-0", "s-0-1");
    assertThat(callSizes()).isEmpty();

    recovery.bench.drs().succeed(recovery.job(id, 0));

    assertThat(recovery.terminate(id).terminated()).hasSize(2);
  }

  @Test
  void a_server_that_is_up_while_its_job_still_works_counts_as_being_launched() {
    var id = recovery.overdue();
    var job = recovery.bench.jobs(id, 0).last();
    recovery.bench.drs().progress(job.id(), job.servers().keySet().head(), LaunchStatus.LAUNCHED);

    var result = recovery.terminate(id);

    assertThat(types(result)).containsExactly(ErrorType.LAUNCHING, ErrorType.LAUNCHING);
    assertThat(result.failed().map(Failed::instanceId)).containsExactly("i-of-s-0-0", "");
    assertThat(callSizes()).isEmpty();
  }

  @Test
  void never_reaches_what_a_newer_execution_has_launched() {
    var drill = recovery.completed(2);
    var real = recovery.completed(2);

    assertThat(recovery.terminate(drill).isNothing()).isTrue();

    assertThat(callSizes()).isEmpty();
    assertThat(recovery.listed(real)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void an_instance_that_vanishes_in_between_does_not_keep_the_others(boolean drsTellsOfJobs) {
    var id = recovery.completed(100);
    var call = callOf(id, "RecoveryInstances.terminate");
    at.at(
        call,
        false,
        () -> {
          recovery.drs().vanish("i-of-s-0-64");
          if (!drsTellsOfJobs) {
            recovery.drs().fail("activeJobs");
          }
        });

    var result = recovery.terminate(id);

    assertThat(result.terminated()).hasSize(99);
    assertThat(types(result)).containsExactly(ErrorType.REFUSED);
    assertThat(callSizes().size()).as("calls").isLessThan(20);
  }

  /** Where DRS refuses whatever is asked, it is not asked for each instance. */
  @Test
  void the_number_of_calls_is_bounded() {
    var id = recovery.completed(100);
    var call = callOf(id, "RecoveryInstances.terminate");
    at.at(
        call,
        false,
        () -> Vector.range(0, 100).forEach(n -> recovery.drs().vanish("i-of-s-0-" + n)));
    var before = callSizes().size();

    var result = recovery.terminate(id);

    assertThat(types(result)).hasSize(100).containsOnly(ErrorType.REFUSED);
    assertThat(callSizes().size() - before).isEqualTo(21);
  }

  @Test
  void an_execution_that_is_deleted_meanwhile_is_left_alone() {
    var id = recovery.completed(1);
    var key = recovery.bench.read(id).key();
    at.at(1, false, () -> recovery.bench.store().delete(key));

    assertThatThrownBy(() -> recovery.terminate(id)).isInstanceOf(ExecutionNotFoundException.class);
    assertThat(callSizes()).isEmpty();
  }

  @Test
  void an_execution_without_waves_has_nothing_to_terminate() {
    var key = Executions.KEY;
    recovery
        .bench
        .store()
        .put(
            key,
            Map.of(
                "executionId", key.executionId().value(),
                "planId", key.planId().value(),
                "status", "FAILED"));

    assertThat(recovery.request(key.executionId(), "alice").getLeft())
        .isEqualTo(new TerminationRefusal.NoWaves());
  }

  /** Somebody has seen the end between our read and our write. */
  @Test
  void instances_whose_end_is_recorded_meanwhile_are_refused_like_any_that_are_gone() {
    var id = recovery.completed(1);
    var key = recovery.bench.read(id).key();
    at.at(
        callOf(id, "Terminations.request"),
        false,
        () -> {
          var ended = new HashMap<>(recovery.document(id));
          ended.put("instancesTerminated", true);
          recovery.bench.store().put(key, ended);
        });

    assertThat(recovery.request(id, "bob").getLeft())
        .isEqualTo(
            new TerminationRefusal.NotTerminable("Instances already terminated", "COMPLETED"));
    assertThat(recovery.recordedJobs(id)).isEmpty();
  }

  /** The role may look, and may not terminate. */
  @Test
  void a_call_that_aws_refuses_is_told_for_each_instance() {
    var id = recovery.completed(2);
    at.at(
        callOf(id, "RecoveryInstances.terminate"),
        false,
        () -> {
          throw new AwsRefusedException("not authorized", new SecurityException());
        });

    assertThatThrownBy(() -> recovery.terminate(id))
        .isInstanceOf(AwsRefusedException.class)
        .hasMessage("not authorized");
  }

  @Test
  void a_job_that_keeps_a_server_busy_is_looked_for_in_the_last_day() {
    var record =
        new TerminationRecord(recovery.bench.store().ports().terminations(), Executions.KEY, NOON);

    assertThat(record.since()).isEqualTo(NOON.minusSeconds(24 * 3600));
  }

  @Test
  void a_server_whose_launch_has_failed_is_not_being_launched() {
    var id = recovery.overdue();
    var job = recovery.bench.jobs(id, 0).last();
    recovery.bench.drs().progress(job.id(), job.servers().keySet().last(), LaunchStatus.FAILED);

    assertThat(recovery.terminate(id).failed().map(it -> it.server().value()))
        .containsExactly("s-0-0");
  }
}
