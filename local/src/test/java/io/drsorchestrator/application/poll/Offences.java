package io.drsorchestrator.application.poll;

import io.drsorchestrator.application.finalization.FinalizeExecution;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.Gates;

/** What nothing that belongs to a poll may do. */
public final class Offences {

  private Offences() {}

  /** Has in its hands what finalizes. */
  public record Finalizes(FinalizeExecution finalization) {}

  /** Takes a port that a poll has no business with. */
  public static final class TakesAnotherPort {

    private TakesAnotherPort() {}

    static Object of(ExecutionStore store) {
      Gates gates = store.gates();
      return gates;
    }
  }
}
