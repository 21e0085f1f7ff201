package io.drsorchestrator.local.simulate.scenario;

/**
 * Something that somebody does.
 *
 * @param when what it waits for
 * @param time the how-manieth time of that it is, from 1
 * @param delayMillis how long after that moment
 */
public record PlannedAction(
    Kind kind, Operation operation, Occasion when, int time, int delayMillis) {

  /** Who does it. */
  public enum Kind {
    /** An operator, over HTTP. */
    CLICK,
    /** The last request of that kind is delivered once more. */
    ECHO,
    /** Somebody stops the workflow in the console of Step Functions. */
    STOP_WORKFLOW
  }

  @Override
  public String toString() {
    var what =
        switch (kind) {
          case CLICK -> "an operator asks for " + operation;
          case ECHO -> operation + " is delivered once more";
          case STOP_WORKFLOW -> "somebody stops the workflow";
        };
    return "%.3f s after %s no. %d: %s".formatted(delayMillis / 1000.0, when, time, what);
  }
}
