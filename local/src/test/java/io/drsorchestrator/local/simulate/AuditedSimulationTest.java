package io.drsorchestrator.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.adapter.out.log.EventJournal;
import io.drsorchestrator.local.audit.LogAudit;
import io.drsorchestrator.local.audit.Verdict;
import io.drsorchestrator.local.audit.Verdict.Result;
import io.drsorchestrator.local.log.HandlerLog;
import io.drsorchestrator.local.simulate.run.Run;
import io.drsorchestrator.local.simulate.run.SharedClients;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.Draw;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the simulated systems log, with all that goes wrong in them, is what the audit accepts. */
final class AuditedSimulationTest {

  private static final int RUNS = Integer.getInteger("audit.runs", 150);
  private static final Wiring LOGGED =
      new Wiring(
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          clock -> new EventJournal(clock, "DROrchestration/simulated"));

  @Test
  void no_log_of_a_simulated_system_is_broken() {
    HandlerLog.quiet();
    Map<Result, Integer> results = new EnumMap<>(Result.class);
    try (var clients = new SharedClients()) {
      for (long seed = 1; seed <= RUNS; seed++) {
        for (var verdict : audited(seed, clients)) {
          assertThat(verdict.result())
              .as("seed %d, %s", seed, verdict.findings())
              .isNotEqualTo(Result.BROKEN);
          results.merge(verdict.result(), 1, Integer::sum);
        }
      }
    }
    System.out.printf("audited simulations: %s%n", results);
    assertThat(results).containsKey(Result.CONSISTENT);
  }

  private static Vector<Verdict> audited(long seed, SharedClients clients) {
    var lines = new ArrayList<String>();
    var log = HandlerLog.to(lines::add);
    try {
      var outcome = Run.of(Draw.scenario(seed, Optional.empty()), LOGGED, clients, false);
      assertThat(outcome.violation()).as("seed %d", seed).isEmpty();
      var verdicts = LogAudit.of(lines);
      assertThat(verdicts.filter(v -> v.result() == Result.CONSISTENT).map(Verdict::outcome))
          .as("seed %d", seed)
          .isSubsetOf(outcome.endings());
      return verdicts;
    } finally {
      log.close();
    }
  }
}
