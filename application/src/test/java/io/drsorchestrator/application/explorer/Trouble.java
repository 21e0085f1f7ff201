package io.drsorchestrator.application.explorer;

/** What may go wrong around an invocation. */
enum Trouble {
  /** An invocation dies before its next call. */
  CRASH,
  /** AWS does what it is asked, and its answer is lost. */
  LOST_ANSWER,
  /** AWS does not answer and does nothing. */
  SILENCE,
  /** DRS refuses to start a job, for good or for now. */
  REFUSAL,
  /** The workflow takes an invocation for dead that is not. */
  DUPLICATE,
  /** A task fails for good, and its Catch is taken. */
  EXHAUSTION,
  /** The workflow is aborted or times out. */
  DEATH,
  /** A day passes. */
  DEADLINE
}
