package io.drsorchestrator.local.cli;

import io.drsorchestrator.local.bench.ColdStartReport;
import io.drsorchestrator.local.bench.Reports;
import io.drsorchestrator.local.bench.load.LoadReport;
import io.drsorchestrator.local.bench.operations.Counts;
import io.drsorchestrator.local.bench.operations.OperationsReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the function. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the function, and writes what it finds into a document.")
final class BenchCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        commandLine(), "bench needs a subcommand: cold-start, load, operations");
  }

  @Command(
      name = "cold-start",
      mixinStandardHelpOptions = true,
      description = "From the start of a process to its first answer, in each deployment.")
  int coldStart(
      @Option(names = "--starts", defaultValue = "10", description = "Of each; ${DEFAULT-VALUE}.")
          int starts,
      @Option(
              names = "--jars",
              defaultValue = "adapters-lambda/target",
              description = "Directory of the jars of the function; ${DEFAULT-VALUE}.")
          Path jars,
      @Option(names = "--java", description = "A java program; several may be given.")
          @Nullable List<Path> javas,
      @Option(names = "--write", description = "Document to write into.") @Nullable Path document)
      throws IOException, InterruptedException {
    var own = List.of(Path.of(System.getProperty("java.home"), "bin", "java"));
    var report = new ColdStartReport(System.out, starts);
    var plan = new InputFiles(commandLine()).plan(null);
    Reports.publish(
        report.measure(plan, jars, javas == null ? own : javas), "cold-start", document);
    return ExitCode.COMPLETED;
  }

  @Command(
      name = "operations",
      mixinStandardHelpOptions = true,
      description = "Operations through the handler, with 1, 10 and 100 servers in a wave.")
  int operations(
      @Option(names = "--times", defaultValue = "150", description = "Of each; ${DEFAULT-VALUE}.")
          int times,
      @Option(
              names = "--warm-up",
              defaultValue = "400",
              description = "Before, of each; ${DEFAULT-VALUE}.")
          int warmUp,
      @Option(
              names = "--most-waves",
              defaultValue = "100",
              description = "Of the plans that grow; ${DEFAULT-VALUE}.")
          int mostWaves,
      @Option(names = "--write", description = "Document to write into.") @Nullable Path document)
      throws IOException, InterruptedException {
    var report = new OperationsReport(System.out, new Counts(warmUp, times), mostWaves);
    Reports.publish(report.measure(), "operations", document);
    return ExitCode.COMPLETED;
  }

  @Command(
      name = "load",
      mixinStandardHelpOptions = true,
      description = {
        "Many executions at once through the whole local system, in several accounts.",
        "Exit code: 0 nothing was lost, 2 something was."
      })
  int load(
      @Option(names = "--executions", defaultValue = "100", description = "${DEFAULT-VALUE}.")
          int executions,
      @Option(names = "--accounts", defaultValue = "4", description = "${DEFAULT-VALUE}.")
          int accounts,
      @Option(
              names = "--time-scale",
              defaultValue = "5",
              description = "Simulated time runs so many times faster; ${DEFAULT-VALUE}.")
          int timeScale,
      @Option(
              names = "--log",
              defaultValue = "load.log",
              description = "Where the function logs; ${DEFAULT-VALUE}.")
          Path log,
      @Option(names = "--write", description = "Document to write into.") @Nullable Path document)
      throws IOException {
    TimeScale.check(commandLine(), timeScale);
    var result = new LoadReport(System.out, timeScale).measure(executions, accounts, log);
    Reports.publish(result.report(), "load", document);
    return result.nothingLost() ? ExitCode.COMPLETED : ExitCode.VIOLATION;
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }
}
