package io.drsorchestrator.local.simulate.scenario;

/**
 * A fault that waits for its moment: it strikes calls, or invocations, of an operation while the
 * execution is in a state.
 *
 * @param skip how many such moments pass unharmed first
 * @param times how many are struck in a row
 * @param seconds how late, how long or how wrong
 */
public record PlannedFault(
    FaultKind kind, Operation operation, State state, int skip, int times, int seconds) {

  @Override
  public String toString() {
    return "%s: %s in %s, %s%s, after %d such moments"
        .formatted(
            operation,
            kind.words(),
            state,
            times == 1 ? "once" : times + " times in a row",
            seconds == 0 ? "" : " (" + seconds + " s)",
            skip);
  }
}
