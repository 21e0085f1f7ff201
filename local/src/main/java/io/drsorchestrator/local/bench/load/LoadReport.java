package io.drsorchestrator.local.bench.load;

import io.drsorchestrator.local.bench.Machine;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of {@code docs/load.md}. */
public final class LoadReport {

  private static final Duration FIND = Duration.ofMinutes(1);
  private static final Duration MEMORY = Duration.ofSeconds(5);

  private final PrintStream out;
  private final int timeScale;

  /** It says on {@code out} how far it is. */
  public LoadReport(PrintStream out, int timeScale) {
    this.out = out;
    this.timeScale = timeScale;
  }

  /**
   * What came of it.
   *
   * @param nothingLost whether every count is right
   */
  public record Result(String report, boolean nothingLost) {}

  public Result measure(int executions, int accounts, Path log) throws IOException {
    var machine = Machine.described();
    var plans = Load.plans(executions, accounts);
    var options = new LocalOptions(plans.get(0).file(), timeScale, 0, true, log);
    Files.deleteIfExists(log);
    try (var system = LocalSystem.start(options);
        var finds = MinuteFinds.every(FIND.dividedBy(timeScale), system);
        var heap = LiveHeap.every(MEMORY)) {
      system.stopSchedule();
      plans.stream().skip(1).forEach(plan -> system.add(plan.file()));
      var took = new Took(out);
      var judge = run(system, plans, heap, took, log);
      var report =
          "%s; %d executions in %d accounts, simulated time %d times faster.\n\n%s\n\n%s\n\n%s\n\n%s"
              .formatted(
                  machine,
                  executions,
                  accounts,
                  timeScale,
                  table(judge.counts()),
                  finds.table(),
                  heap.table(),
                  took.inWords(judge));
      return new Result(report, judge.counts().stream().allMatch(Count::isRight));
    }
  }

  private LoadJudge run(
      LocalSystem system, List<LoadPlan> plans, LiveHeap heap, Took took, Path log)
      throws IOException {
    var operators = new Operators(system);
    try (var load = new Load(system, operators)) {
      load.warmUp();
      took.begin();
      var fates = load.start(plans);
      took.started(fates.size(), operators.again());
      heap.warm();
      load.untilEnd();
      took.ended();
      return LoadJudge.of(system, fates, Files.readAllLines(log));
    }
  }

  private static String table(List<Count> counts) {
    return counts.stream()
        .map(Count::row)
        .collect(
            Collectors.joining(
                "\n", "| what | must be | is | right |\n| --- | --- | --- | --- |\n", ""));
  }
}
