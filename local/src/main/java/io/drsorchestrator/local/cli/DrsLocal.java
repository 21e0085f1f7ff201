package io.drsorchestrator.local.cli;

import io.drsorchestrator.local.log.HandlerLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The orchestrator on one machine, without an AWS account. */
@Command(
    name = "drs-local",
    mixinStandardHelpOptions = true,
    version = "drs-local 0.1.0",
    description = "Multi-wave disaster recovery on this machine, without an AWS account.",
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      AuditCommand.class,
      ReportCommand.class,
      SimulateCommand.class,
      BenchCommand.class
    })
public final class DrsLocal {

  private DrsLocal() {}

  public static void main(String[] args) {
    // The progress is on the screen already; --log writes what the handler logs to a file.
    HandlerLog.quiet();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    var commandLine = new CommandLine(new DrsLocal());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setExitCodeExceptionMapper(failure -> ExitCode.INTERNAL);
    commandLine.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE);
    commandLine
        .getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(ExitCode.USAGE));
    commandLine.setParameterExceptionHandler(
        (failure, args) -> {
          failure.getCommandLine().getErr().println("drs-local: " + failure.getMessage());
          return ExitCode.USAGE;
        });
    return commandLine;
  }
}
