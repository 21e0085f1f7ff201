package io.drsorchestrator.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.simulate.report.CoverageTable;
import io.drsorchestrator.local.simulate.report.SimulationReport;
import io.drsorchestrator.local.simulate.run.Run;
import io.drsorchestrator.local.simulate.run.SharedClients;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.Draw;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A fixed number of runs in every build; {@code -Dsimulate.runs=n} makes it more of them. */
final class SimulatorTest {

  private static final int RUNS = Integer.getInteger("simulate.runs", 832);
  private static final long SEED = Long.getLong("simulate.seed", 1);

  @Test
  void every_promise_is_kept_and_every_cell_is_tried() {
    var simulator = new Simulator(Optional.empty(), Wiring.PRODUCTION);
    var tally = simulator.run(SEED, RUNS, 2);
    System.out.println(new SimulationReport(SEED, tally).text());

    assertThat(tally.violations()).as("replay with drs-local simulate --runs 1 --seed S").isEmpty();
    assertThat(tally.endings()).containsKeys("COMPLETED", "FAILED", "CANCELLED");
    var table = new CoverageTable(tally.coverage());
    assertThat(table.surprising()).as("filled, and said to be impossible").isEmpty();
    assertThat(table.empty()).as("empty, and could be filled").isEmpty();
  }

  @Test
  void the_same_seed_is_the_same_run_to_the_last_byte() {
    try (var one = new SharedClients();
        var other = new SharedClients()) {
      for (long seed = 1; seed <= 12; seed++) {
        var scenario = Draw.scenario(seed, Optional.empty());
        assertThat(scenario).isEqualTo(Draw.scenario(seed, Optional.empty()));

        var first = Run.of(scenario, Wiring.PRODUCTION, one, true);
        var unused =
            Run.of(Draw.scenario(seed + 100, Optional.empty()), Wiring.PRODUCTION, other, false);
        var second = Run.of(scenario, Wiring.PRODUCTION, other, true);

        assertThat(second.log()).isEqualTo(first.log()).contains("workflow execution-1");
      }
    }
  }
}
