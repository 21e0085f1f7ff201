package io.drsorchestrator.local.simulate;

import io.drsorchestrator.local.simulate.run.Outcome;
import io.drsorchestrator.local.simulate.run.Run;
import io.drsorchestrator.local.simulate.run.SharedClients;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.Draw;
import io.drsorchestrator.local.simulate.scenario.PlanChoice;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Many runs, each from a seed of its own, on a few threads. */
public final class Simulator {

  private static final int MOST_SHRINKING_RUNS = 400;

  private final Optional<PlanChoice> plan;
  private final Wiring wiring;

  /** Of a given plan, or of one drawn for each run. */
  public Simulator(Optional<PlanChoice> plan, Wiring wiring) {
    this.plan = plan;
    this.wiring = wiring;
  }

  /** The runs of {@code runs} seeds from {@code firstSeed} on. */
  public Tally run(long firstSeed, int runs, int threads) {
    var next = new AtomicLong(firstSeed);
    long began = System.nanoTime();
    var pool = Executors.newFixedThreadPool(threads);
    try {
      var workers = new ArrayList<Future<Tally>>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> work(next, firstSeed + runs)));
      }
      var all = new Tally();
      for (var worker : workers) {
        all.add(worker.get());
      }
      return all.took(System.nanoTime() - began);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run has failed", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Tally work(AtomicLong next, long end) {
    var tally = new Tally();
    try (var clients = new SharedClients()) {
      for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
        tally.add(seed, outcome(seed, clients));
      }
    }
    return tally;
  }

  /** What a seed that fails needs to fail. */
  public Counterexample shrink(long seed, String invariant) {
    try (var clients = new SharedClients()) {
      return Shrinking.of(
          Draw.scenario(seed, plan), invariant, wiring, clients, MOST_SHRINKING_RUNS);
    }
  }

  /** One run, with every step in its log. */
  public Outcome replay(long seed) {
    try (var clients = new SharedClients()) {
      return Run.of(Draw.scenario(seed, plan), wiring, clients, true);
    }
  }

  private Outcome outcome(long seed, SharedClients clients) {
    return Run.of(Draw.scenario(seed, plan), wiring, clients, false);
  }
}
