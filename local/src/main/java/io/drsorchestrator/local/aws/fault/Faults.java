package io.drsorchestrator.local.aws.fault;

import io.drsorchestrator.local.aws.api.ApiCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults in force, and how many calls each has seen and hit. */
public final class Faults {

  private final InstantSource clock;
  private final Instant begin;
  private final long seed;
  private final List<Watch> watches = new ArrayList<>();

  public Faults(InstantSource clock, long seed, List<Fault> faults) {
    this.clock = clock;
    this.begin = clock.instant();
    this.seed = seed;
    faults.forEach(this::add);
  }

  /** Adds a fault; of several that strike, the one that was added first wins. */
  public synchronized void add(Fault fault) {
    watches.add(new Watch(fault));
  }

  /** Ends all faults. */
  public synchronized void clear() {
    watches.clear();
  }

  synchronized Optional<Fault> strike(ApiCall call) {
    Duration elapsed = Duration.between(begin, clock.instant());
    for (int i = 0; i < watches.size(); i++) {
      if (watches.get(i).strikes(call, elapsed, seed + i)) {
        return Optional.of(watches.get(i).fault);
      }
    }
    return Optional.empty();
  }

  /** One fault and its counters. */
  private static final class Watch {

    private final Fault fault;
    private int seen;
    private int hits;

    Watch(Fault fault) {
      this.fault = fault;
    }

    boolean strikes(ApiCall call, Duration elapsed, long seed) {
      if (!fault.calls().matches(call) || !fault.occurrence().covers(elapsed)) {
        return false;
      }
      seen++;
      boolean hit = fault.occurrence().strikes(seen, hits, seed);
      hits += hit ? 1 : 0;
      return hit;
    }
  }
}
