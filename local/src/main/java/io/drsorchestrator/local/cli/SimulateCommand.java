package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.drsorchestrator.local.simulate.Counterexample;
import io.drsorchestrator.local.simulate.Simulator;
import io.drsorchestrator.local.simulate.report.JsonReport;
import io.drsorchestrator.local.simulate.report.SimulationReport;
import io.drsorchestrator.local.simulate.run.Wiring;
import io.drsorchestrator.local.simulate.scenario.PlanChoice;
import java.io.IOException;
import java.nio.file.Files;
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

  private static final int MOST_RUNS = 10_000_000;
  private static final int MOST_THREADS = 64;

  /** Shrinking takes a while, and the others mostly fail alike. */
  private static final int MOST_SHRUNK = 3;

  private static final String HANDLER_LOG = "org.slf4j.simpleLogger.log.io.drsorchestrator";

  private final Wiring wiring;

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

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write outcomes, violations and coverage here.")
  private @Nullable Path json;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Write every step of the run of --seed here.")
  private @Nullable Path log;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the report as a page for docs/ here.")
  private @Nullable Path markdown;

  SimulateCommand() {
    this(Wiring.PRODUCTION);
  }

  /** Of a system with something between its parts. */
  SimulateCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException {
    // Simulated faults are logged as real ones, and there are thousands.
    System.setProperty(HANDLER_LOG, "off");
    check("--runs", runs, MOST_RUNS);
    check("--threads", threads, MOST_THREADS);
    var simulator = new Simulator(plan(), wiring);
    var tally = simulator.run(seed, runs, threads);
    var examples =
        tally.violations().entrySet().stream()
            .limit(MOST_SHRUNK)
            .map(broken -> simulator.shrink(broken.getKey(), broken.getValue().invariant()))
            .toList();
    var report = new SimulationReport(seed, tally);
    System.out.print(report.text());
    examples.forEach(example -> System.out.print(shown(example)));
    write(json, pretty(JsonReport.of(seed, tally, examples)));
    write(markdown, report.markdown());
    if (log != null) {
      write(log, simulator.replay(seed).log());
    }
    return tally.violations().isEmpty() ? ExitCode.COMPLETED : ExitCode.VIOLATION;
  }

  private static String shown(Counterexample example) {
    return "%nseed %d, shrunk in %d runs: %s%n  %s%n%s"
        .formatted(
            example.seed(),
            example.tried(),
            example.violation(),
            String.join(System.lineSeparator() + "  ", example.steps()),
            example.story());
  }

  private static String pretty(Object json) throws IOException {
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json)
        + System.lineSeparator();
  }

  private static void write(@Nullable Path file, String text) throws IOException {
    if (file != null) {
      Files.writeString(file, text);
    }
  }

  private Optional<PlanChoice> plan() {
    return Optional.ofNullable(plan)
        .map(file -> new PlanChoice.Given(new InputFiles(commandLine()).plan(file)));
  }

  private void check(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ParameterException(
          commandLine(), "%s is %d, allowed is 1 to %d".formatted(option, value, most));
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }
}
