package io.drsorchestrator.local.races;

/** Where a consistent read comes from. */
enum Reads {
  /** A query, as in production. */
  FROM_ENGINE,
  /** What the engine answered to the last write: the same item, and several times faster. */
  FROM_HISTORY
}
