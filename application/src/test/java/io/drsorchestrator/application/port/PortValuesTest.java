package io.drsorchestrator.application.port;

import static io.drsorchestrator.domain.execution.Executions.execution;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.application.port.StartRegister.Entries;
import io.drsorchestrator.application.port.Workflows.WorkflowState;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCancelled;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** The values that go through ports. */
class PortValuesTest {

  @Test
  void a_workflow_runs_until_it_has_ended() {
    assertThat(new WorkflowState("RUNNING", "").isRunning()).isTrue();
    assertThat(new WorkflowState("PENDING_REDRIVE", "").isRunning()).isTrue();
    assertThat(new WorkflowState("ABORTED", "").isRunning()).isFalse();
    assertThat(WorkflowState.NOT_FOUND.isRunning()).isFalse();
  }

  @Test
  void the_register_moves_on_with_every_start_and_with_nothing_else() {
    var one = new ExecutionId("one");
    var two = new ExecutionId("two");
    var both = Entries.NONE.with(one).with(two);
    assertThat(both).isEqualTo(new Entries(2, Vector.of(one, two)));
    assertThat(both.keeping(two::equals)).isEqualTo(new Entries(2, Vector.of(two)));
  }

  @Test
  void an_occurrence_tells_what_was_before_and_what_happened() {
    var pending = execution().withWaves(2).pending();
    var cancelled = pending.requestCancel(requestBy("carol")).get();
    var occurrence = Occurrence.of(cancelled);
    assertThat(occurrence.before()).containsExactly(pending);
    assertThat(occurrence.after()).isEqualTo(cancelled.next());
    assertThat(occurrence.events()).isEqualTo(cancelled.events()).isNotEmpty();
  }

  @Test
  void besides_a_transition_an_execution_stays_what_it_is() {
    var paused = execution().withWaves(2).withGateBefore(0).paused();
    var event = new ExecutionCancelled();
    assertThat(Occurrence.besides(paused, event))
        .isEqualTo(Occurrence.besides(paused, Vector.of(event)));
    assertThat(Occurrence.besides(paused, event).before()).containsExactly(paused);
    assertThat(Occurrence.besides(paused, event).after()).isEqualTo(paused);
  }

  @Test
  void a_job_is_told_in_the_words_of_drs() {
    var job =
        new JobView(
            new JobId("drsjob-1"),
            "TERMINATE",
            "COMPLETED",
            Vector.of("TERMINATED", "FAILED", "TERMINATED").zipWithIndex(PortValuesTest::server));
    assertThat(job.isCompleted()).isTrue();
    assertThat(job.isTermination()).isTrue();
    assertThat(job.count("TERMINATED")).isEqualTo(2);
    assertThat(job.count("LAUNCHED")).isZero();
    var other = new JobView(new JobId("drsjob-2"), "LAUNCH", "STARTED", Vector.empty());
    assertThat(other.isCompleted()).isFalse();
    assertThat(other.isTermination()).isFalse();
  }

  private static JobServer server(String status, int number) {
    return new JobServer(new SourceServerId("s-%017x".formatted(number)), Option.none(), status);
  }

  @Test
  void a_launch_is_a_job_of_that_type() {
    assertThat(active("LAUNCH").isLaunch()).isTrue();
    assertThat(active("TERMINATE").isLaunch()).isFalse();
  }

  private static ActiveJob active(String type) {
    return new ActiveJob(new JobId("drsjob-1"), "STARTED", type, HashMap.empty());
  }
}
