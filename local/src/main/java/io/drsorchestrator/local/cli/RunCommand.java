package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.plan.PlanFile;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one plan from its start to its end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts all parts, runs a recovery plan and shows its progress.",
    footer = {
      "",
      "Exit code: 0 the execution COMPLETED, 2 it FAILED or was CANCELLED, 64 wrong usage or input.",
      "",
      "Examples:",
      "  drs-local run --auto-resume                    the three-tier sample, gate lifted by itself",
      "  drs-local run plan.json --type RECOVERY        asks before the gate",
      "  drs-local run plan.json --scenario storm.json --json result.json"
    })
final class RunCommand implements Callable<Integer> {

  /** Whether a recovery is practised or real. */
  enum Type {
    DRILL,
    RECOVERY
  }

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Plan file (JSON); by default the three-tier sample.")
  private @Nullable Path file;

  @Option(names = "--type", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Type type = Type.DRILL;

  @Option(names = "--auto-resume", description = "Resume at gates without asking.")
  private boolean autoResume;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      description = "Simulated time runs N times faster; default ${DEFAULT-VALUE}.")
  private int timeScale = 30;

  @Option(names = "--scenario", paramLabel = "FILE", description = "What goes wrong (JSON).")
  private @Nullable Path scenario;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the final GET /executions/{id} document here; - is standard output.")
  private @Nullable Path json;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "Write the log of the handler here: a line of JSON for each event.")
  private @Nullable Path log;

  @Override
  public Integer call() throws IOException {
    var plan = plan();
    var file = new InputFiles(commandLine()).log(log);
    try {
      return run(plan);
    } finally {
      if (file != null) {
        file.close();
      }
    }
  }

  private int run(PlanFile plan) throws IOException {
    var out = JsonFile.isStandardOutput(json) ? System.err : System.out;
    try (var system = LocalSystem.start(LocalOptions.inProcess(plan, timeScale))) {
      var document = run(system, plan, out);
      JsonFile.write(json, document);
      return document.path("status").asText().equals("COMPLETED")
          ? ExitCode.COMPLETED
          : ExitCode.NOT_COMPLETED;
    }
  }

  private PlanFile plan() {
    TimeScale.check(commandLine(), timeScale);
    var files = new InputFiles(commandLine());
    var plan = files.plan(file);
    return scenario == null ? plan : plan.withScenario(files.scenario(scenario));
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }

  private JsonNode run(LocalSystem system, PlanFile plan, PrintStream out) {
    var operator = new Operator(autoResume, out);
    var execution = ExecutionClient.start(system, plan.planId(), type.name(), Operator.name());
    return new Watch(system, execution, operator, Progress.on(out)).untilEnd();
  }
}
