package io.drsorchestrator.local.simulate.store;

/** A condition expression that has been read. */
@FunctionalInterface
interface Condition {

  Condition NONE = bindings -> true;

  boolean holds(Bindings bindings);
}
