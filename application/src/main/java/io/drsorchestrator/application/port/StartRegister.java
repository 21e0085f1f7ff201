package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.vavr.collection.Vector;
import java.util.function.Predicate;

/**
 * The executions that were started and are not known to have ended, whatever their plan. Indexes
 * lag, so that two starts at the same moment do not see each other there; the register is read
 * consistently, and {@link NewExecutions#create} writes it only if nobody else has in between.
 */
@FunctionalInterface
public interface StartRegister {

  Entries read();

  /**
   * What the register says.
   *
   * @param version moves on with every start; 0 if nothing was ever started
   */
  record Entries(long version, Vector<ExecutionId> started) {

    public static final Entries NONE = new Entries(0, Vector.empty());

    /** Without those that have ended: they will not come back (I2). No clock decides this. */
    public Entries keeping(Predicate<ExecutionId> unfinished) {
      return new Entries(version, started.filter(unfinished));
    }

    /** After {@code started} has been started as well. */
    public Entries with(ExecutionId id) {
      return new Entries(version + 1, started.append(id));
    }
  }
}
