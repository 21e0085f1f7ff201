package io.drsorchestrator.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The other handler keeps the rules of the lifecycle that it has not written. */
final class RestoreDrillTest {

  private static final ExecutionId ID = new ExecutionId("drill-1");
  private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
  private static final int STEPS = 40;

  private final Tapes tapes = new Tapes();
  private final RestoreDrill drill =
      new RestoreDrill(new Shelf(), tapes, new WorkflowArn("arn:drill"));

  private void begin(String... machines) {
    drill.begin(
        new ExecutionDetails(
            new ExecutionKey(ID, new PlanId("plan-1")),
            "Cellar",
            ExecutionType.DRILL,
            "alice",
            NOW,
            AccountContext.current("111122223333")),
        Vector.of(machines).zipWithIndex(RestoreDrillTest::wave));
  }

  private static WavePlan wave(String machine, int number) {
    return new WavePlan(
        new WaveNumber(number),
        "Wave " + number,
        Option.none(),
        Vector.of(new SourceServerId(machine)),
        false);
  }

  private Execution run() {
    for (int i = 0; i < STEPS; i++) {
      var unused = drill.step(ID, NOW);
    }
    return drill.step(ID, NOW);
  }

  @Test
  void every_wave_is_restored_and_then_the_drill_is_completed() {
    begin("a", "b", "c");
    assertThat(run().status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(tapes.started).containsExactly("a", "b", "c");
  }

  @Test
  void the_drill_is_not_completed_while_a_wave_is_outstanding() {
    begin("a", "b");
    Execution seen = drill.step(ID, NOW);
    while (seen.completedWaves() < 2) {
      assertThat(seen.status()).isEqualTo(ExecutionStatus.POLLING);
      seen = drill.step(ID, NOW);
    }
    assertThat(seen.status()).as("a look does not finish it").isEqualTo(ExecutionStatus.POLLING);
    assertThat(drill.step(ID, NOW).status()).isEqualTo(ExecutionStatus.COMPLETED);
  }

  @Test
  void a_machine_that_cannot_be_restored_fails_the_drill_and_no_later_wave_starts() {
    begin("a", "broken", "c");
    assertThat(run().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run().waveStatuses())
        .containsExactly(WaveStatus.COMPLETED, WaveStatus.FAILED, WaveStatus.CANCELLED);
    assertThat(tapes.started).containsExactly("a", "broken");
  }

  @Test
  void many_callers_restore_every_wave_once() {
    begin("a", "b", "c");
    var callers = Stream.generate(() -> CompletableFuture.runAsync(this::run)).limit(4).toList();
    callers.forEach(CompletableFuture::join);
    assertThat(drill.step(ID, NOW).status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(List.copyOf(tapes.started)).containsExactly("a", "b", "c");
  }
}
