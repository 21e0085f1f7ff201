package io.drsorchestrator.local.audit;

/** What a log can break: the invariants of the design, and what makes it a log. */
public enum Rule {
  I1("COMPLETED means at least one wave, and every wave of the plan COMPLETED"),
  I2("nothing follows an end"),
  I3("a poll does not change the execution's status"),
  I4("one wave runs at a time, and only when all before it are COMPLETED"),
  I5("waves do not vanish, and one that has ended stays as it is"),
  I6("a gate or a pause is passed by a resume that somebody asked for"),
  I7("an execution is finalized once"),
  I8("a cancel is not lost"),
  I9("a wave has one job"),
  I10("completedWaves is the number of COMPLETED waves"),
  I12("an execution that has ended has no running wave"),
  /** A transition that the lifecycle does not have. */
  LIFECYCLE("every step is one that the lifecycle has"),
  /** A line that does not say what its event says. */
  FORM("a line has the fields of its event, and they agree"),
  /** Two writers of one version. */
  VERSION("a version is written once"),
  TIME("a later version is not earlier, by more than clocks may differ"),
  PEOPLE("what is carried out is what somebody asked for"),
  /**
   * Not a contradiction: lines are missing, as when a process dies between its write and its line.
   */
  GAP("every version has its lines");

  private final String meaning;

  Rule(String meaning) {
    this.meaning = meaning;
  }

  /** What holds where the rule is kept. */
  public String meaning() {
    return meaning;
  }
}
