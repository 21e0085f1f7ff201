package io.drsorchestrator.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.drsorchestrator.local.aws.sns.Published;
import io.drsorchestrator.local.system.LocalOptions;
import io.drsorchestrator.local.system.LocalSystem;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps all parts running for other programs. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Keeps all parts running: the HTTP API, Lambda Invoke, Step Functions, DRS, EC2 and SNS on one",
      "port, DynamoDB on its own, on loopback only. An AWS_ENDPOINT_URL_<SERVICE> that is set already is",
      "used instead. Nobody signs in: everybody who reaches the HTTP API may do everything."
    },
    footer = {
      "",
      "Examples, in another terminal after copying the printed lines:",
      "  curl http://127.0.0.1:8080/executions",
      "  aws lambda invoke --function-name execution-handler --payload '{\"operation\":\"find\"}' out.json",
      "  (version 2 of the AWS CLI also wants --cli-binary-format raw-in-base64-out)"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int MAX_PORT = 65_535;

  private static final JsonNode FIND =
      JsonNodeFactory.instance.objectNode().put("operation", "find");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "Plan file (JSON) to put in the tables; by default the three-tier sample.")
  private @Nullable Path file;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Default ${DEFAULT-VALUE}; 0 means any free one.")
  private int port = 8080;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      description = "Simulated time runs N times faster; default ${DEFAULT-VALUE}.")
  private int timeScale = 1;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "Where the processes of the function write their log; default ${DEFAULT-VALUE}.")
  private Path log = LocalOptions.LOG;

  @Override
  public Integer call() throws InterruptedException {
    var commandLine = commandLine();
    TimeScale.check(commandLine, timeScale);
    if (port < 0 || port > MAX_PORT) {
      throw new ParameterException(
          commandLine, "--port is " + port + ", allowed: 0 to " + MAX_PORT);
    }
    var plan = new InputFiles(commandLine).plan(file);
    try (var system = start(new LocalOptions(plan, timeScale, port, true, log))) {
      // As in AWS, where it runs every minute: nobody's first request waits for a process to start.
      system.invoke(FIND);
      tell(system, plan.planId(), log, System.out);
      system.aws().subscribe(message -> tell(message, System.out));
      new CountDownLatch(1).await();
      return ExitCode.COMPLETED;
    }
  }

  private LocalSystem start(LocalOptions options) {
    try {
      var system = LocalSystem.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(system::close));
      return system;
    } catch (UncheckedIOException e) {
      throw new ParameterException(commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    return spec.commandLine();
  }

  private static void tell(LocalSystem system, String planId, Path log, PrintStream out) {
    out.println("Console                                  " + system.uri() + "/");
    out.println("HTTP API                                 " + system.uri() + "/executions");
    out.println("  described in                           " + system.uri() + "/openapi.yaml");
    out.println("Lambda, Step Functions, DRS, EC2, SNS    " + system.uri());
    out.println("DynamoDB                                 " + system.dynamoDbUri());
    out.println("Plan                                     " + planId);
    out.println("Log of the function                      " + log);
    out.println();
    out.println("For other programs:");
    new TreeMap<>(system.endpoints().variables())
        .forEach((name, value) -> out.println("export " + name + "=" + value));
    out.println();
    out.println("Ready. Ctrl-C ends it.");
    out.flush();
  }

  /** What would have woken somebody. */
  private static void tell(Published message, PrintStream out) {
    out.println("SNS %s: %s".formatted(message.topic(), message.subject()));
    out.flush();
  }
}
