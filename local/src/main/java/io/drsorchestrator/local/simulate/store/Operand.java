package io.drsorchestrator.local.simulate.store;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an expression compares or stores: a path, a placeholder, or a function of those. */
@FunctionalInterface
interface Operand {

  /** Null where the item has nothing of the kind. */
  @Nullable AttributeValue in(Bindings bindings);
}
