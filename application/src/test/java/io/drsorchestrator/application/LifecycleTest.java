package io.drsorchestrator.application;

import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleEvent.PauseRenewed;
import io.drsorchestrator.domain.execution.PausedExecution;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Reads again while the store conflicts, a bounded number of times, and tells how often. */
class LifecycleTest {

  private final Told told = new Told();
  private final Workbench bench = new Workbench();
  private final Lifecycle lifecycle =
      new Lifecycle(bench.store().ports().executions(), told, bench.clock());

  /** What the journal was told, call by call. */
  private static final class Told implements LifecycleJournal {

    private final List<LifecycleEvent> events = new ArrayList<>();
    private final List<Integer> conflicts = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public void record(Occurrence occurrence) {
      events.addAll(occurrence.events().asJava());
    }

    @Override
    public void conflicted(ExecutionId id, int times) {
      conflicts.add(times);
    }

    @Override
    public void waiting(ExecutionId id, Duration since) {
      waits.add(since);
    }
  }

  /** An attempt that conflicts so many times. */
  private static Option<Execution> conflicting(
      Execution execution, AtomicInteger attempts, int times) {
    return Option.when(attempts.getAndIncrement() >= times, execution);
  }

  @Test
  void an_attempt_that_nobody_is_in_the_way_of_is_made_once_and_is_no_conflict() {
    var id = bench.started(1);
    var attempts = new AtomicInteger();

    var read = lifecycle.reread(id, execution -> conflicting(execution, attempts, 0));

    assertThat(read.key().executionId()).isEqualTo(id);
    assertThat(attempts).hasValue(1);
    assertThat(told.conflicts).isEmpty();
  }

  @Test
  void an_attempt_is_repeated_until_it_fits_and_how_often_is_told() {
    var id = bench.started(1);
    var attempts = new AtomicInteger();

    var read = lifecycle.reread(id, execution -> conflicting(execution, attempts, 3));

    assertThat(read.key().executionId()).isEqualTo(id);
    assertThat(attempts).hasValue(4);

    assertThat(told.conflicts).containsExactly(3);
  }

  @Test
  void after_eight_attempts_the_caller_has_to_repeat_it() {
    var id = bench.started(1);
    var attempts = new AtomicInteger();

    assertThatThrownBy(
            () -> lifecycle.reread(id, execution -> conflicting(execution, attempts, 100)))
        .isInstanceOf(StoreConflictException.class);
    assertThat(attempts).hasValue(8);
    assertThat(told.conflicts).containsExactly(8);
  }

  @Test
  void an_execution_that_is_not_there_is_named() {
    var unknown = new ExecutionId("unknown");

    assertThatThrownBy(() -> lifecycle.find(unknown))
        .isInstanceOfSatisfying(
            ExecutionNotFoundException.class, e -> assertThat(e.id()).isEqualTo(unknown));
  }

  @Test
  void what_happened_besides_is_told() {
    var event = new PauseRenewed(WaveNumber.FIRST);

    lifecycle.tell(bench.read(bench.started(1)), event);

    assertThat(told.events).containsExactly(event);
  }

  @Test
  void how_long_a_gate_waits_is_told() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);
    bench.clock().pass(Duration.ofMinutes(7));

    lifecycle.tellWaiting((PausedExecution) bench.read(id));

    assertThat(told.waits).containsExactly(Duration.ofMinutes(7));
  }
}
