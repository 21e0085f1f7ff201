package io.drsorchestrator.application.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.domain.execution.ExecutionId;
import org.junit.jupiter.api.Test;

/** Which recovery instances are an execution's own (contract 3.9). */
final class ListInstancesTest {

  private final Recovery recovery = new Recovery();

  @Test
  void are_those_of_every_wave() {
    var id = recovery.completed(2, 1);

    var found = recovery.operations().list().list(id).instances();

    assertThat(found.map(own -> own.instance().recoveryInstanceId()))
        .containsExactly("i-of-s-0-0", "i-of-s-0-1", "i-of-s-1-0");
    var last = found.last();
    assertThat(last.waveNumber()).isEqualTo(1);
    assertThat(last.waveName()).isEqualTo("Wave 2");
    assertThat(last.job()).isEqualTo(recovery.job(id, 1));
    assertThat(last.launchStatus()).isEqualTo("LAUNCHED");
    assertThat(last.serverName()).isEqualTo("name-of-s-1-0");
    assertThat(last.scope().region()).isEqualTo("eu-west-1");
  }

  /** It may be the real recovery: the drill before it must never reach its instances. */
  @Test
  void are_not_those_that_a_newer_execution_launched_for_the_same_servers() {
    var drill = recovery.completed(2);
    var real = recovery.completed(2);

    assertThat(recovery.listed(drill)).isEmpty();
    assertThat(recovery.listed(real))
        .hasSize(2)
        .allSatisfy(id -> assertThat(id).endsWith("-by-" + recovery.job(real, 0)));
  }

  @Test
  void are_not_those_of_a_newer_execution_even_if_drs_does_not_tell_who_launched_them() {
    var drill = recovery.completed(1);
    var real = recovery.completed(1);
    recovery.drs().forgetOwnerOf(recovery.listed(real).single());

    assertThat(recovery.listed(drill)).isEmpty();
  }

  @Test
  void are_those_on_record_where_drs_does_not_tell_who_launched_them() {
    var id = recovery.completed(1);
    recovery.drs().forgetOwnerOf("i-of-s-0-0");

    assertThat(recovery.listed(id)).containsExactly("i-of-s-0-0");
  }

  /** The stored item says FAILED and names no instance: DRS is asked all the same. */
  @Test
  void are_those_that_came_up_after_the_deadline_of_their_wave() {
    var id = recovery.overdue();
    var before = recovery.operations().list().list(id);
    assertThat(before.instances()).isEmpty();
    assertThat(before.launching().map(LaunchingServer::server).mkString(" "))
        .isEqualTo("s-0-0 s-0-1");

    recovery.bench.drs().succeed(recovery.job(id, 0));

    assertThat(recovery.listed(id)).containsExactly("i-of-s-0-0", "i-of-s-0-1");
    assertThat(recovery.operations().list().list(id).launching()).isEmpty();
  }

  /** The handler died between launch and record, and its workflow with it (D26). */
  @Test
  void are_those_of_a_launch_whose_job_nobody_recorded() {
    var id = recovery.bench.started(1);
    recovery.bench.drs().loseAnswerOf("start");
    assertThatThrownBy(() -> recovery.bench.startWave(id, 0))
        .isInstanceOf(AwsUnavailableException.class);
    recovery.bench.drs().succeed(recovery.job(id, 0));

    assertThat(recovery.document(id).toString()).doesNotContain("jobId");
    assertThat(recovery.listed(id)).containsExactly("i-of-s-0-0", "i-of-s-0-1");
  }

  @Test
  void are_known_although_drs_has_forgotten_the_job() {
    var id = recovery.completed(1);
    recovery.drs().forgetJobs();

    var found = recovery.operations().list().list(id).instances();

    assertThat(found.single().launchStatus()).isEqualTo("LAUNCHED");
  }

  @Test
  void are_none_before_a_wave_has_started_and_drs_is_not_asked() {
    var id = recovery.bench.started(1);
    recovery.drs().fail("of", "jobs");

    var found = recovery.operations().list().list(id);

    assertThat(found.instances()).isEmpty();
    assertThat(found.hasWaves()).isTrue();
  }

  @Test
  void are_not_called_none_when_drs_does_not_answer() {
    var id = recovery.completed(1);
    recovery.drs().fail("of");

    assertThatThrownBy(() -> recovery.listed(id)).isInstanceOf(AwsUnavailableException.class);
  }

  @Test
  void are_not_looked_for_without_an_execution() {
    assertThatThrownBy(() -> recovery.listed(new ExecutionId("unknown")))
        .isInstanceOf(ExecutionNotFoundException.class);
  }
}
