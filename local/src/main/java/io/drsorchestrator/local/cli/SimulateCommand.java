package io.drsorchestrator.local.cli;

import io.drsorchestrator.local.simulate.Simulator;
import io.drsorchestrator.local.simulate.Tally;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.PlanChoice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulates many executions, each with other faults, and says whether a promise was broken. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Runs the handler and the state machines in virtual time, with plans, operators and faults"
            + " drawn from a seed, and judges every step.",
    footer = {
      "",
      "Exit code: 0 every promise was kept, 2 one was broken, 64 wrong usage or input.",
      "",
      "Examples:",
      "  drs-local simulate --runs 1000 --seed 1",
      "  drs-local simulate --runs 1 --seed 4711 --log run.log   one run, step by step"
    })
final class SimulateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How many seeds; default ${DEFAULT-VALUE}.")
  private int runs = 1000;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The first seed; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many runs at a time; default ${DEFAULT-VALUE}.")
  private int threads = 2;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Plan file (JSON); by default every run draws a plan of its own.")
  private @Nullable Path plan;

  @Override
  public Integer call() {
    check("--runs", runs, 1, 10_000_000);
    check("--threads", threads, 1, 64);
    var tally = new Simulator(plan(), Wiring.PRODUCTION).run(seed, runs, threads);
    print(tally, System.out);
    return tally.violations().isEmpty() ? ExitCode.COMPLETED : ExitCode.VIOLATION;
  }

  private Optional<PlanChoice> plan() {
    return Optional.ofNullable(plan)
        .map(file -> new PlanChoice.Given(new InputFiles(commandLine()).plan(file)));
  }

  private void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          commandLine(), "%s is %d, allowed is %d to %d".formatted(option, value, least, most));
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }

  private static void print(Tally tally, PrintStream out) {
    double seconds = tally.duration().toMillis() / 1000.0;
    out.printf(
        "%d runs in %.1f s (%.1f runs/s), %d invocations, executions ended %s%n",
        tally.runs(), seconds, tally.runs() / seconds, tally.invocations(), tally.endings());
    out.printf("%d violations%n", tally.violations().size());
    tally.violations().forEach((run, broken) -> out.printf("seed %d: %s%n", run, broken));
  }
}
