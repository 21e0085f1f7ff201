package io.drsorchestrator.local.simulate.report;

import io.drsorchestrator.local.simulate.Tally;
import io.drsorchestrator.local.simulate.scenario.DrsTrouble;
import io.drsorchestrator.local.simulate.scenario.FaultKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many runs came to, for people. */
public final class SimulationReport {

  private static final double MILLIS = 1000.0;
  private static final String PAGE = "/simulation-page.md";

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
    return page()
        .replace("{runs}", Integer.toString(tally.runs()))
        .replace("{seed}", Long.toString(seed))
        .replace("{summary}", summary())
        .replace("{violations}", Integer.toString(tally.violations().size()))
        .replace("{empty}", Integer.toString(table.empty().size()))
        .replace("{table}", table.markdown())
        .replace("{faults}", faults());
  }

  private static String faults() {
    return Stream.concat(
            Arrays.stream(FaultKind.values()).map(kind -> line(kind.name(), kind.words())),
            Arrays.stream(DrsTrouble.Kind.values()).map(kind -> line(kind.name(), kind.words())))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String name, String words) {
    return "- `%s`: %s".formatted(name, words);
  }

  private static String page() {
    try (var stream = SimulationReport.class.getResourceAsStream(PAGE)) {
      if (stream == null) {
        throw new IllegalStateException(PAGE + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
