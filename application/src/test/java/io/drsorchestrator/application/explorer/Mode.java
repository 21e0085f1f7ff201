package io.drsorchestrator.application.explorer;

/** How a call goes. */
enum Mode {
  FINE,
  /** It takes effect, and the caller sees it fail. */
  ANSWER_LOST,
  /** It fails without effect. */
  NO_ANSWER,
  /** DRS will never start this. */
  REJECTED,
  /** DRS may start this later. */
  POSTPONED
}
