package io.drsorchestrator.local.system;

import io.drsorchestrator.local.plan.PlanFile;
import java.nio.file.Path;

/**
 * How a local system is started.
 *
 * @param timeScale how much faster than real time it runs
 * @param port of everything but DynamoDB; 0 means any free one
 * @param ownProcess whether the Lambda function runs under the real runtime interface client in
 *     processes of its own, or in this one
 * @param log where processes of its own log
 */
public record LocalOptions(PlanFile plan, int timeScale, int port, boolean ownProcess, Path log) {

  /** Where processes of the function log, unless somebody chooses another file. */
  public static final Path LOG = Path.of("execution-handler.log");

  public LocalOptions(PlanFile plan, int timeScale, int port, boolean ownProcess) {
    this(plan, timeScale, port, ownProcess, LOG);
  }

  /** Everything in this process, on any free port. */
  public static LocalOptions inProcess(PlanFile plan, int timeScale) {
    return new LocalOptions(plan, timeScale, 0, false);
  }
}
