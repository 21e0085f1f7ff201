package io.drsorchestrator.local.bench;

import io.drsorchestrator.local.lambda.ColdProcess;
import io.drsorchestrator.local.lambda.ColdProcess.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How long a new process of the function takes to its first {@code find}, in each deployment. */
final class ColdStart {

  private static final String FIND = "{\"operation\":\"find\"}";

  private final Map<String, String> environment;
  private final int starts;

  ColdStart(Map<String, String> environment, int starts) {
    this.environment = environment;
    this.starts = starts;
  }

  /** A row of the table; the first start is not counted: it fills the cache of the disk. */
  String row(Deployment deployment) throws IOException, InterruptedException {
    if (!deployment.training().isEmpty()) {
      var unused = process(deployment.trainingCommand(), deployment).answer(FIND);
    }
    var process = process(deployment.command(), deployment);
    var times = new ArrayList<Times>();
    for (int i = 0; i <= starts; i++) {
      times.add(process.answer(FIND));
    }
    var counted = times.subList(1, times.size());
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %s | %s | %s |",
        deployment.name(),
        Files.size(deployment.jar()) / 1e6,
        spread(counted, Times::ready).medianAndRange(),
        spread(counted, Times::first).medianAndRange(),
        spread(counted, Times::second).medianAndRange());
  }

  /** What the start of one process was spent on. */
  String breakdown(Deployment deployment, Path log) throws IOException, InterruptedException {
    var command = new ArrayList<>(deployment.command());
    command.add(LoadedClasses.flag(log));
    var unused = process(command, deployment).answer(FIND);
    return LoadedClasses.table(log);
  }

  private ColdProcess process(List<String> command, Deployment deployment) {
    var all = new HashMap<>(environment);
    all.putAll(deployment.environment());
    return new ColdProcess(command, deployment.jar(), all);
  }

  private static Spread spread(List<Times> times, Function<Times, Duration> one) {
    return Spread.of(times.stream().map(t -> one.apply(t).toNanos() / 1e6).toList());
  }
}
