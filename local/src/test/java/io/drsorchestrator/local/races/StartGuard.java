package io.drsorchestrator.local.races;

import io.drsorchestrator.local.races.StartRace.Contest;

/** What is taken away from a start on purpose. */
enum StartGuard {
  NONE(Contest.ONE_PLAN),
  /** The write does not mind that the register has moved on. */
  REGISTER_CONDITION(Contest.TWO_PLANS_WITH_A_SERVER_IN_COMMON),
  /** Nobody sees who is entered in the register: only indexes tell. */
  REGISTER_ENTRIES(Contest.TWO_PLANS_WITH_A_SERVER_IN_COMMON),
  /** A lock is never given back, so that a write that comes late is not void. */
  RELEASE(Contest.ONE_PLAN);

  /** Where it is missed. */
  final Contest contest;

  StartGuard(Contest contest) {
    this.contest = contest;
  }
}
