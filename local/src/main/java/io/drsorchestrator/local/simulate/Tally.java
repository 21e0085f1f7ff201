package io.drsorchestrator.local.simulate;

import io.drsorchestrator.local.simulate.judge.Violation;
import io.drsorchestrator.local.simulate.run.Coverage;
import io.drsorchestrator.local.simulate.run.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What many runs came to. */
public final class Tally {

  private final SortedMap<String, Integer> endings = new TreeMap<>();
  private final SortedMap<Long, Violation> violations = new TreeMap<>();
  private final Coverage coverage = new Coverage();
  private int runs;
  private long invocations;
  private long nanos;

  void add(long seed, Outcome outcome) {
    runs++;
    invocations += outcome.invocations();
    outcome.endings().forEach(ending -> endings.merge(ending, 1, Integer::sum));
    outcome.violation().ifPresent(violation -> violations.put(seed, violation));
    coverage.add(outcome.coverage());
  }

  void add(Tally other) {
    runs += other.runs;
    invocations += other.invocations;
    other.endings.forEach((ending, count) -> endings.merge(ending, count, Integer::sum));
    violations.putAll(other.violations);
    coverage.add(other.coverage);
  }

  Tally took(long time) {
    nanos = time;
    return this;
  }

  public int runs() {
    return runs;
  }

  /** Invocations of the handler, in all runs. */
  public long invocations() {
    return invocations;
  }

  public Duration duration() {
    return Duration.ofNanos(nanos);
  }

  /** How executions ended, by their last status. */
  public Map<String, Integer> endings() {
    return endings;
  }

  /** The first promise that each failing seed broke. */
  public SortedMap<Long, Violation> violations() {
    return violations;
  }

  public Coverage coverage() {
    return coverage;
  }
}
