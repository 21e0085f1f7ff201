package io.drsorchestrator.local.races;

import java.util.regex.Pattern;

/** The clauses of the conditions, each with the kind of write that it belongs to. */
enum Clause {
  VERSION("", "version = :\\w+|attribute_not_exists\\(version\\)"),
  STATUS("", "status IN \\(.*\\)"),
  POLL_REVISION(
      "lastPolledTime =",
      "waves\\[\\d+\\]\\.revision = :\\w+|attribute_not_exists\\(waves\\[\\d+\\]\\.revision\\)"),
  POLL_WAVE_ACTIVE("lastPolledTime =", "waves\\[\\d+\\]\\.status IN \\(.*\\)"),
  POLL_JOB("lastPolledTime =", "waves\\[\\d+\\]\\.jobId = :\\w+"),
  POLL_ATTEMPT("lastPolledTime =", "waves\\[\\d+\\]\\.attemptId = :\\w+"),
  POLL_JOB_MISSING("lastPolledTime =", "attribute_not_exists\\(waves\\[\\d+\\]\\.jobId\\)"),
  END_WAVE_ACTIVE("version =", "waves\\[\\d+\\]\\.status IN \\(.*\\)"),
  CLAIM_JOB_MISSING("currentWave =", "attribute_not_exists\\(waves\\[\\d+\\]\\.jobId\\)"),
  CLAIM_NOT_HELD_BACK("currentWave =", "\\(waves\\[\\d+\\]\\.status IN .* OR .*\\)"),
  LAUNCH_ATTEMPT("drsJobId =", "waves\\[\\d+\\]\\.attemptId = :\\w+"),
  LAUNCH_JOB_MISSING("drsJobId =", "attribute_not_exists\\(waves\\[\\d+\\]\\.jobId\\)"),
  GATE_WAVE_PENDING("version =", "waves\\[\\d+\\]\\.status = :\\w+"),
  PAUSE_REQUEST_MISSING("pauseRequest =", "attribute_not_exists\\(pauseRequest\\)"),
  REMINDER_COUNT(
      "pauseReminder =", "pauseReminder\\.count = :\\w+|attribute_not_exists\\(pauseReminder\\)"),
  REMINDER_WAIT("pauseReminder =", "pausedTime = :\\w+"),
  REMINDER_UNDECIDED("pauseReminder =", "attribute_not_exists\\(resumeRequest\\)"),
  RESUME_REQUEST_PRESENT("version =", "attribute_exists\\(resumeRequest\\)"),
  RESUME_GATE("resumeRequest =", "pausedBeforeWave = :\\w+"),
  TOTALS("completedTime =", "totalWaves = :\\w+|completedWaves = :\\w+|size\\(waves\\) = :\\w+");

  private final String kind;
  private final Pattern pattern;

  Clause(String kind, String pattern) {
    this.kind = kind;
    this.pattern = Pattern.compile(pattern);
  }

  boolean concerns(String updateExpression) {
    return updateExpression.contains(kind);
  }

  Pattern pattern() {
    return pattern;
  }
}
