package io.drsorchestrator.local.conformance;

import java.util.Set;

/** A broken handler, and the cases that it fails: those, and no other. */
enum Defect {
  POLL_FINISHES_WHEN_THE_STARTED_WAVES_ARE_COMPLETE("D1", of(BrokenPolls::finishing).on("poll")),
  POLL_COUNTS_THE_STORED_WAVES("D1", of(BrokenPolls::counting).on("poll")),
  POLL_WRITES_ALL_WAVES_FROM_AN_OLD_COPY("D2", of(BrokenPolls::fromAnOldCopy).on("poll")),
  POLL_STORES_NO_END_OF_A_WAVE("D4", of(BrokenPolls::withoutTheEnd).on("poll")),
  POLL_MAKES_A_THROTTLE_AN_ERROR("D6", of(BrokenPolls::takingThrottlesForErrors).on("poll")),
  POLL_FAILS_AN_EXECUTION_WHEN_THROTTLED("D7", of(BrokenPolls::failingWhenThrottled).on("poll")),
  POLL_TAKES_THE_JOB_FOR_THE_RESULT("D8", of(BrokenPolls::byTheJob).on("poll")),
  FAILURE_HAS_NO_REASON("D9", of(BrokenSteps::failingWithoutReason).on("update")),
  FINALIZE_HAS_NO_CONDITION("D13", of(BrokenSteps::finalizingAnything).on("finalize")),
  FINALIZE_IS_FOR_ANYBODY("FR-5.5", of(BrokenSteps::finalizingForAnybody).on("finalize")),
  RESUME_WORKS_ONCE("D15", of(BrokenSteps::resumingOnce).on("resume")),
  CANCEL_DOES_NOT_WAIT("D17", of(BrokenSteps::cancellingAtOnce).on("cancel")),
  FIRST_GATE_IS_IGNORED("D20", of(BrokenSteps::ignoringTheFirstGate)),
  CREATE_STARTS_A_PLAN_TWICE("D23", of(BrokenSteps::startingAgain).on("create")),
  WAVE_IS_LAUNCHED_TWICE("D26", of(BrokenSteps::launchingTwice).on("startWave")),
  POLL_FORGETS_WHAT_WAS_KNOWN("D32", of(BrokenPolls::forgetting).on("poll")),
  POLL_STORES_PASCAL_CASE("FR-3.5", of(BrokenPolls::inPascalCase).on("poll")),
  POLL_TELLS_THE_TOKEN("D40", of(BrokenPolls::tellingTheToken).on("poll")),
  POLL_WRITES_THE_STATUS("D47", of(BrokenPolls::writingPolling).on("poll")),
  POLL_DROPS_FOREIGN_FIELDS("TC-1.4", of(BrokenPolls::droppingForeignFields).on("poll")),
  UNKNOWN_OPERATIONS_ARE_ACCEPTED("D48", of(BrokenSteps::acceptingAnything).on("explode"));

  private final String number;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Sabotage sabotage;

  Defect(String number, Sabotage sabotage) {
    this.number = number;
    this.sabotage = sabotage;
  }

  private static Sabotage of(Sabotage sabotage) {
    return sabotage;
  }

  /** What the requirements or the list of defects call it. */
  String number() {
    return number;
  }

  Sabotage sabotage() {
    return sabotage;
  }

  Set<String> failingCases() {
    return FailingCases.of(name());
  }
}
