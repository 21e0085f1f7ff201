package io.drsorchestrator.application.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.drsorchestrator.application.instances.AtCall.Crash;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.JobId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A termination that dies, or that somebody else runs into, at every call: afterwards each instance
 * is in one job, every job is on record, and the end is seen.
 */
final class TerminationRacesTest {

  private final AtCall at = new AtCall();
  private final Recovery recovery = new Recovery(at);

  static Stream<Arguments> moments() {
    var test = new TerminationRacesTest();
    var id = test.recovery.completed(2, 100);
    test.at.watch();
    test.recovery.terminate(id);
    return IntStream.range(0, test.at.calls().size())
        .boxed()
        .flatMap(
            n ->
                Stream.of(false, true)
                    .map(after -> Arguments.of(n, after, test.at.calls().get(n))));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void a_handler_that_dies_is_mended_by_the_next_click(int call, boolean after, String name) {
    var id = recovery.completed(2, 100);
    at.at(
        call,
        after,
        () -> {
          throw new Crash();
        });
    assertThat(catchThrowable(() -> recovery.terminate(id))).isInstanceOf(Crash.class);
    at.ignore();

    recovery.terminate(id);

    assertEndIsSeen(id);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void two_operators_at_once_start_no_job_twice(int call, boolean after, String name) {
    var id = recovery.completed(2, 100);
    at.at(call, after, () -> recovery.request(id, "bob"));

    recovery.request(id, "alice");
    at.ignore();

    assertEndIsSeen(id);
  }

  private void assertEndIsSeen(ExecutionId id) {
    var jobs = recovery.drs().terminations();
    assertThat(jobs).hasSize(2);
    assertThat(recovery.recordedJobs(id)).containsExactlyInAnyOrderElementsOf(jobs);
    jobs.forEach(recovery.drs()::finish);
    assertThat(recovery.listed(id)).isEmpty();
    var progress = recovery.watch(id, jobs.toJavaArray(JobId[]::new));
    assertThat(progress.isAllCompleted()).isTrue();
    assertThat(recovery.isKnownTerminated(id)).isTrue();
  }
}
