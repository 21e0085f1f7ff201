package io.drsorchestrator.local.races;

/** What everybody is after in a race. */
enum Workload {
  /** All operations at once. */
  EVERYBODY,
  /** A gate before the first wave, and all who look at it when a reminder is due. */
  LONG_GATE
}
