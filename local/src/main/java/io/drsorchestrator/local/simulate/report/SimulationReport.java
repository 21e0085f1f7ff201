package io.drsorchestrator.local.simulate.report;

import io.drsorchestrator.local.simulate.Tally;
import io.drsorchestrator.local.simulate.scenario.FaultKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What many runs came to, for people. */
public final class SimulationReport {

  private static final double MILLIS = 1000.0;

  private final long seed;
  private final Tally tally;
  private final CoverageTable table;

  /** Of the runs from {@code seed} on. */
  public SimulationReport(long seed, Tally tally) {
    this.seed = seed;
    this.tally = tally;
    this.table = new CoverageTable(tally.coverage());
  }

  /** For a terminal. */
  public String text() {
    var violations =
        tally.violations().entrySet().stream()
            .map(
                broken ->
                    "seed %d: %s (again: --seed %d --runs 1)%n"
                        .formatted(broken.getKey(), broken.getValue(), broken.getKey()))
            .collect(Collectors.joining());
    return "%s%n%d violations%n%s%nfault: filled/possible states (how often)%n%s"
        .formatted(summary(), tally.violations().size(), violations, table.markdown());
  }

  private String summary() {
    double seconds = tally.duration().toMillis() / MILLIS;
    return "%d runs from seed %d in %.1f s (%.1f runs/s), %d invocations, executions ended %s"
        .formatted(
            tally.runs(),
            seed,
            seconds,
            tally.runs() / seconds,
            tally.invocations(),
            tally.endings());
  }

  /** A page of the documentation. */
  public String markdown() {
    return """
    # What the simulator has tried

    Written by `java -jar local/target/drs-local.jar simulate --runs %d --seed %d --markdown FILE`; do not edit.

    %s.
    Promises broken: %d.

    Each cell: in how many states of the execution the fault has struck the operation, of how many in which it can,
    and how often. A dash: it cannot, for a reason that `Unfillable` gives. Cells that could be filled and are empty: %d.

    %s
    ## The faults

    %s
    """
        .formatted(
            tally.runs(),
            seed,
            summary(),
            tally.violations().size(),
            table.empty().size(),
            table.markdown(),
            Arrays.stream(FaultKind.values())
                .map(kind -> "- `%s`: %s".formatted(kind, kind.words()))
                .collect(Collectors.joining("\n")));
  }
}
