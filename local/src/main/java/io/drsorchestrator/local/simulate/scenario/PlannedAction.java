package io.drsorchestrator.local.simulate.scenario;

/**
 * Something that somebody does.
 *
 * @param when the state in which it is due, from its first entry on
 * @param visit the how-manieth visit of that state it is, from 1
 * @param delaySeconds how long after the state was entered
 */
public record PlannedAction(
    Kind kind, Operation operation, State when, int visit, int delaySeconds) {

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
    return "%d s after visit %d of %s: %s".formatted(delaySeconds, visit, when, what);
  }
}
