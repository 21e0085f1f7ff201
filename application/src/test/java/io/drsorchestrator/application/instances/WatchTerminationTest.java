package io.drsorchestrator.application.instances;

import static io.drsorchestrator.domain.Moments.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.instances.TerminationProgress.JobProgress;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.RecoveryInstances.JobServer;
import io.drsorchestrator.application.port.RecoveryInstances.JobView;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

/** The progress of termination jobs, and when the end of instances is recorded (contract 3.11). */
final class WatchTerminationTest {

  private static final JobId UNKNOWN = new JobId("drsjob-00000000000000999");

  private final Recovery recovery = new Recovery();

  private JobId terminated(ExecutionId id) {
    return recovery.terminate(id).jobs().single().view().id();
  }

  @Test
  void nothing_is_done_while_the_job_works() {
    var id = recovery.completed(2);
    var job = terminated(id);

    var progress = recovery.watch(id, job);

    assertThat(progress.totalServers()).isEqualTo(2);
    assertThat(progress.completedServers()).isZero();
    assertThat(progress.progressPercent()).isZero();
    assertThat(progress.isAllCompleted()).isFalse();
    assertThat(recovery.isKnownTerminated(id)).isFalse();
  }

  @Test
  void the_end_is_recorded_once() {
    var id = recovery.completed(2);
    var job = terminated(id);
    recovery.drs().finish(job);

    var progress = recovery.watch(id, job);
    recovery.bench.clock().pass(java.time.Duration.ofHours(1));
    recovery.watch(id, job);

    assertThat(progress.jobs().single().isEmptied()).isTrue();
    assertThat(progress.progressPercent()).isEqualTo(100);
    assertThat(recovery.document(id))
        .containsEntry("instancesTerminated", true)
        .containsEntry("instancesTerminatedAt", NOON.getEpochSecond());
  }

  @Test
  void a_job_that_drs_does_not_know_is_never_complete() {
    var id = recovery.completed(1);
    var job = terminated(id);
    recovery.drs().finish(job);

    var progress = recovery.watch(id, job, UNKNOWN);

    assertThat(progress.isAllCompleted()).isFalse();
    assertThat(progress.progressPercent()).isEqualTo(50);
    assertThat(recovery.isKnownTerminated(id)).isFalse();
  }

  /** Whoever names another execution's finished job must not close this one. */
  @Test
  void somebody_elses_job_records_nothing() {
    var mine = recovery.completed(2);
    var servers = Vector.of(new SourceServerId("s-of-others"));
    var other =
        recovery.completed(
            Vector.of(
                new WavePlan(WaveNumber.FIRST, "Others", Option.some("pg-9"), servers, false)));
    terminated(mine);
    var theirs = terminated(other);
    recovery.drs().finish(theirs);

    assertThat(recovery.watch(mine, theirs).isAllCompleted()).isTrue();

    assertThat(recovery.isKnownTerminated(mine)).isFalse();
    recovery.drs().finish(recovery.recordedJobs(mine).single());
    recovery.watch(mine, theirs);
    assertThat(recovery.isKnownTerminated(mine)).as("not even when it would be true").isFalse();
    assertThat(recovery.watch(other, theirs).isAllCompleted()).isTrue();
    assertThat(recovery.isKnownTerminated(other)).isTrue();
  }

  @Test
  void one_of_several_jobs_is_not_the_end() {
    var id = recovery.completed(100, 50);
    var jobs = recovery.terminate(id).jobs().map(job -> job.view().id());
    recovery.drs().finish(jobs.head());

    assertThat(recovery.watch(id, jobs.head()).isAllCompleted()).isTrue();
    assertThat(recovery.isKnownTerminated(id)).isFalse();
    assertThat(recovery.watch(id, jobs.get(0), jobs.get(1)).progressPercent()).isEqualTo(66);

    recovery.drs().finish(jobs.last());
    recovery.watch(id, jobs.head());
    assertThat(recovery.isKnownTerminated(id)).as("now all of them have ended").isTrue();
  }

  /** Its instances are not shown any more, but nobody knows yet how it ends. */
  @Test
  void a_job_that_still_works_is_waited_for() {
    var id = recovery.completed(100, 1);
    var jobs = recovery.terminate(id).jobs().map(job -> job.view().id());
    recovery.drs().finish(jobs.head());
    recovery.drs().vanish("i-of-s-1-0");

    assertThat(recovery.watch(id, jobs.head()).isAllCompleted()).isTrue();

    assertThat(recovery.listed(id)).isEmpty();
    assertThat(recovery.isKnownTerminated(id)).isFalse();
  }

  @Test
  void a_job_that_failed_for_a_server_records_nothing() {
    var id = recovery.completed(1);
    var job = terminated(id);
    recovery.drs().failAll(job);
    recovery.drs().vanish("i-of-s-0-0");

    var progress = recovery.watch(id, job);

    assertThat(progress.isAnyFailed()).isTrue();
    assertThat(progress.isAllCompleted()).isTrue();
    assertThat(progress.jobs().single().failedServers()).isEqualTo(1);
    assertThat(recovery.isKnownTerminated(id)).isFalse();
  }

  @Test
  void a_failure_in_a_job_that_nobody_asks_about_counts_as_well() {
    var id = recovery.completed(100, 1);
    var jobs = recovery.terminate(id).jobs().map(job -> job.view().id());
    recovery.drs().finish(jobs.head());
    recovery.drs().failAll(jobs.last());
    recovery.drs().vanish("i-of-s-1-0");

    recovery.watch(id, jobs.head());

    assertThat(recovery.isKnownTerminated(id)).isFalse();
  }

  /** DRS empties the servers of a job that has ended: whether one was left, only it can tell. */
  @Test
  void an_instance_that_survived_its_job_is_not_forgotten() {
    var id = recovery.completed(2);
    var job = terminated(id);
    recovery.drs().leave(job);

    assertThat(recovery.watch(id, job).isAllCompleted()).isTrue();
    assertThat(recovery.isKnownTerminated(id)).isFalse();

    var again = terminated(id);
    recovery.drs().finish(again);
    recovery.watch(id, again);
    assertThat(recovery.isKnownTerminated(id)).isTrue();
  }

  @Test
  void the_end_is_not_recorded_on_the_word_of_a_drs_that_does_not_answer() {
    var id = recovery.completed(2);
    var job = terminated(id);
    recovery.drs().finish(job);
    recovery.drs().fail("of");

    assertThatThrownBy(() -> recovery.watch(id, job)).isInstanceOf(AwsUnavailableException.class);
    assertThat(recovery.isKnownTerminated(id)).isFalse();
  }

  @Test
  void a_launch_that_has_ended_terminates_nothing() {
    var id = recovery.completed(1);

    assertThat(recovery.watch(id, recovery.job(id, 0)).isAllCompleted()).isFalse();
  }

  @Test
  void an_unknown_execution_has_progress_and_no_record() {
    recovery.completed(1);
    var job =
        recovery
            .drs()
            .terminate(new DrsScope(Workbench.HUB, SampleWaves.REGION), Vector.of("i-of-s-0-0"))
            .get()
            .id();

    assertThat(recovery.watch(new ExecutionId("unknown"), job).totalServers()).isEqualTo(1);
  }

  @Test
  void jobs_on_record_are_asked_for_in_their_own_region() {
    var id = recovery.completed(2);
    var job = terminated(id);
    var watch = recovery.operations().watch();

    var told = watch.watch(id, Vector.of(job), Option.some("us-west-2"), NOON);

    assertThat(told.get().totalServers()).isEqualTo(2);
    assertThat(watch.watch(id, Vector.of(job), Option.none(), NOON).isRight()).isTrue();
  }

  @Test
  void no_region_is_guessed() {
    var id = recovery.completed(2);

    var told = recovery.operations().watch().watch(id, Vector.of(UNKNOWN), Option.none(), NOON);

    assertThat(told.getLeft()).isEqualTo(UNKNOWN);
  }

  private static JobProgress progress(String... statuses) {
    var servers =
        Vector.of(statuses)
            .zipWithIndex(
                (status, n) -> new JobServer(new SourceServerId("s-" + n), Option.none(), status));
    var id = new JobId("drsjob-1");
    return new JobProgress(
        id, Option.some(new JobView(id, "TERMINATE", "STARTED", servers)), servers.size());
  }

  @Test
  void servers_are_counted_by_what_became_of_them() {
    var two =
        new TerminationProgress(
            Vector.of(
                progress("TERMINATED", "TERMINATED", "PENDING"), progress("TERMINATED", "FAILED")));

    assertThat(two.jobs().map(JobProgress::completedServers)).containsExactly(2, 1);
    assertThat(two.completedServers()).isEqualTo(3);
    assertThat(two.totalServers()).isEqualTo(5);
    assertThat(two.progressPercent()).isEqualTo(60);
    assertThat(two.isAnyFailed()).isTrue();
    assertThat(new TerminationProgress(Vector.of(progress("TERMINATED"))).isAnyFailed()).isFalse();
  }

  @Test
  void the_job_of_which_nothing_tells_the_region_is_named() {
    var id = recovery.completed(1);
    var job = terminated(id);

    assertThat(
            recovery
                .operations()
                .watch()
                .watch(id, Vector.of(job, UNKNOWN), Option.none(), NOON)
                .getLeft())
        .isEqualTo(UNKNOWN);
  }
}
