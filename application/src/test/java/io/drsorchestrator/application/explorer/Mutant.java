package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.memory.Guards;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.ExecutionStore;
import java.util.function.BiFunction;

/**
 * What is done to the product on purpose.
 *
 * @param guards which conditions of its writes are left
 */
record Mutant(
    String name,
    Guards guards,
    BiFunction<ExecutionStore, Scene, ExecutionStore> store,
    BiFunction<Aws, Scene, Aws> aws) {

  /** The product as it is. */
  static final Mutant NONE =
      new Mutant("nothing", Guards.ALL, (store, scene) -> store, (aws, scene) -> aws);
}
