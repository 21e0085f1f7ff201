package io.drsorchestrator.application.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.port.RecoveryInstances.LogEvent;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.HashMap;
import io.vavr.control.Option;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The logs of an execution's jobs (contract 3.12). */
final class ReadJobLogsTest {

  private final AtCall at = new AtCall();
  private final Recovery recovery = new Recovery(at);

  private static LogEvent event(String name, String time) {
    var parsed = time.isEmpty() ? Option.<Instant>none() : Option.some(Instant.parse(time));
    return new LogEvent(name, Option.some(time), parsed, HashMap.empty());
  }

  @Test
  void tell_the_newest_event_first() {
    var id = recovery.completed(1);
    var job = recovery.job(id, 0);
    recovery
        .drs()
        .log(
            job,
            event("UNTIMED", ""),
            event("JOB_START", "2026-03-01T12:00:00Z"),
            event("JOB_END", "2026-03-01T12:09:00Z"),
            event("SNAPSHOT_START", "2026-03-01T12:00:00Z"),
            event("LAUNCH_START", "2026-03-01T12:05:00.500Z"));

    var log = recovery.operations().logs().read(id, Option.none()).single();

    assertThat(log.waveNumber()).isZero();
    assertThat(log.job()).isEqualTo(job);
    assertThat(log.events().get().map(LogEvent::event))
        .containsExactly("JOB_END", "LAUNCH_START", "SNAPSHOT_START", "JOB_START", "UNTIMED");
  }

  @Test
  void are_those_of_every_wave_with_a_job_or_of_the_one_asked_for() {
    var id = recovery.completed(1, 1);
    var logs = recovery.operations().logs();

    assertThat(logs.read(id, Option.none()).map(log -> log.waveNumber())).containsExactly(0, 1);
    assertThat(logs.read(id, Option.some(recovery.job(id, 1))).map(log -> log.waveNumber()))
        .containsExactly(1);
  }

  @Test
  void of_other_waves_are_told_when_drs_does_not_answer_for_one() {
    var id = recovery.completed(1, 1);
    // After the document and the log of the first wave.
    at.at(2, false, () -> recovery.drs().fail("log"));

    var logs = recovery.operations().logs().read(id, Option.none());
    assertThat(logs.map(log -> log.events().isRight())).containsExactly(true, false);
    assertThat(logs.last().events().getLeft()).isEqualTo("log is throttled");
  }

  @Test
  void are_none_before_a_wave_has_a_job() {
    assertThat(recovery.operations().logs().read(recovery.bench.started(1), Option.none()))
        .isEmpty();
  }

  @Test
  void need_an_execution() {
    assertThatThrownBy(
            () -> recovery.operations().logs().read(new ExecutionId("unknown"), Option.none()))
        .isInstanceOf(ExecutionNotFoundException.class);
  }
}
