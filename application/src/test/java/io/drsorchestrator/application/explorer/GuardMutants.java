package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;
import static io.drsorchestrator.application.explorer.Mutant.without;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.Vector;

/** Every condition of every write, taken away. */
final class GuardMutants {

  private static final String VERSION = "`version` moves on with every lifecycle write";
  private static final String STATUS = "the status tells of most lifecycle writes, too";
  private static final String ONLY_WAY =
      "out of CANCELLING leads nothing else, and the same write twice is the same";
  private static final String LEASE = "the lease keeps others away while its holder may live";

  private static final Scope CANCEL = scope("w", Kind.ASK_CANCEL);
  private static final Scope GATE_CANCEL = scope("g", Kind.ASK_CANCEL, Kind.ASK_RESUME);
  private static final Scope PAUSE = scope("w", Kind.ASK_PAUSE);
  private static final Scope TAKEOVER =
      scope("w", Kind.START_WAVE)
          .in(Weather.ENDS_WELL, Weather.FIRST_LAUNCHES)
          .troubledBy(1, Trouble.CRASH);
  private static final Scope NO_LEASE = scope("w", Kind.START_WAVE, Kind.ASK_CANCEL, Kind.POLL);

  private GuardMutants() {}

  static Vector<Case> all() {
    return complete()
        .appendAll(endings())
        .appendAll(pauses())
        .appendAll(resumes())
        .appendAll(claims())
        .appendAll(launches())
        .appendAll(records())
        .append(
            Case.of(
                "FR-5.5",
                without("NewExecutions.adopt", "no other workflow"),
                scope("w", Kind.FOREIGN)));
  }

  private static Case pair(String write, String alone, String behind, Scope scope, String... more) {
    var others = Vector.of(more).map(clause -> without(write, clause)).reduce(Mutant::and);
    return Case.behind("6", without(write, alone), behind, others, scope);
  }

  private static Vector<Case> complete() {
    var write = "Completions.complete";
    var finalize = scope("ww", Kind.FINALIZE).preempted(0);
    return Vector.of(
        pair(write, "version", STATUS, CANCEL, "status"),
        pair(write, "status", VERSION, CANCEL, "version"),
        Case.behind(
            "I1",
            without(write, "completedWaves"),
            "the domain counts first",
            LiarMutants.ALL_COMPLETED,
            finalize),
        Case.behind(
            "D1",
            without(write, "totalWaves"),
            "the domain counts the plan, and `size(waves)` the record",
            LiarMutants.STARTED_ONLY.and(without(write, "size(waves)")),
            finalize),
        Case.behind(
            "D1",
            without(write, "size(waves)"),
            "the domain counts the plan, and `totalWaves` the record",
            LiarMutants.STARTED_ONLY.and(without(write, "totalWaves")),
            finalize));
  }

  private static Vector<Case> endings() {
    var dies = scope("w", Kind.POLL, Kind.DEATH).troubledBy(1, Trouble.DEATH);
    var cancelling = scope("w", Kind.ASK_CANCEL, Kind.UPDATE, Kind.ASK_DELETE);
    var fail = "Endings.fail";
    return Vector.of(
        pair(fail, "version", STATUS, CANCEL, "status"),
        pair(fail, "status", VERSION, CANCEL, "version"),
        Case.of("I5", without(fail, "wave status"), dies),
        Case.of("I8", without("Endings.requestCancel", "version"), CANCEL),
        pair("Endings.requestCancel", "status", VERSION, CANCEL, "version"),
        pair("Endings.finishCancel", "version", ONLY_WAY, cancelling, "status", "exists"),
        pair("Endings.finishCancel", "status", ONLY_WAY, cancelling, "version", "exists"));
  }

  private static Vector<Case> pauses() {
    var twice = scope("g", Kind.ASK_RESUME).troubledBy(1, Trouble.DUPLICATE);
    var ask = "Gates.requestPause";
    var cancelled = scope("w", Kind.ASK_PAUSE, Kind.ASK_CANCEL);
    return Vector.of(
        pair("Gates.pause", "version", STATUS, GATE_CANCEL, "status", "wave status"),
        pair("Gates.pause", "status", VERSION, GATE_CANCEL, "version", "wave status"),
        pair("Gates.pause", "wave status", VERSION, twice, "version"),
        pair(ask, "version", STATUS, cancelled, "status"),
        pair(ask, "status", VERSION, cancelled, "version"),
        pair(ask, "no pauseRequest", VERSION, PAUSE, "version"),
        pair(ask, "wave status", VERSION, PAUSE, "version"));
  }

  private static Vector<Case> resumes() {
    var ask = "Gates.requestResume";
    var gates = scope("gg", Kind.ASK_RESUME).in(Weather.ENDS_WELL);
    var twice = scope("g", Kind.ASK_RESUME).troubledBy(1, Trouble.DUPLICATE);
    var resume = "Gates.resume";
    return Vector.of(
        Case.of("D15", without(ask, "version"), GATE_CANCEL),
        pair(ask, "status", VERSION, GATE_CANCEL, "version"),
        pair(ask, "pausedBeforeWave", VERSION, gates, "version"),
        pair(resume, "version", STATUS, twice, "status", "resumeRequest", "wave status"),
        pair(resume, "status", VERSION, twice, "version", "resumeRequest", "wave status"),
        pair(resume, "resumeRequest", VERSION, twice, "version", "status", "wave status"),
        pair(resume, "wave status", VERSION, twice, "version", "status", "resumeRequest"));
  }

  private static Vector<Case> claims() {
    var claim = "WaveClaims.claim";
    var fail = "WaveClaims.failLaunch";
    var cancelled = CANCEL.troubledBy(1, Trouble.REFUSAL);
    var missing = scope("x", Kind.ASK_PAUSE);
    return Vector.of(
        pair(claim, "version", STATUS, CANCEL, "status", "not held back"),
        pair(claim, "status", VERSION, CANCEL, "version", "not held back"),
        pair(claim, "not held back", VERSION, PAUSE, "version"),
        pair(claim, "no wave jobId", VERSION, TAKEOVER, "version"),
        pair(fail, "version", STATUS, cancelled, "status"),
        pair(fail, "status", VERSION, cancelled, "version"),
        pair(fail, "not held back", VERSION, missing, "version"),
        Case.behind(
            "6",
            without(fail, "no wave jobId"),
            LEASE,
            without(fail, "version").and(RaceMutants.NO_LEASE),
            NO_LEASE.troubledBy(1, Trouble.REFUSAL)));
  }

  private static Vector<Case> launches() {
    var record = "WaveClaims.recordLaunch";
    var end = "WaveClaims.endLease";
    var postponed = NO_LEASE.troubledBy(1, Trouble.REFUSAL);
    return Vector.of(
        Case.behind("7", without(record, "wave attemptId"), LEASE, RaceMutants.NO_LEASE, NO_LEASE),
        Case.behind("7", without(record, "no wave jobId"), LEASE, RaceMutants.NO_LEASE, NO_LEASE),
        Case.behind("7", without(end, "wave attemptId"), LEASE, RaceMutants.NO_LEASE, postponed),
        Case.behind("7", without(end, "no wave jobId"), LEASE, RaceMutants.NO_LEASE, postponed));
  }

  private static Vector<Case> records() {
    var record = "WaveRecords.record";
    var looks = scope("w", Kind.POLL).in(Weather.ENDS_WELL, Weather.FIRST_LAUNCHES);
    var dies = scope("w", Kind.POLL, Kind.DEATH).troubledBy(1, Trouble.DEATH);
    return Vector.of(
        Case.of("D2", without(record, "wave revision"), looks),
        Case.of("I5", without(record, "wave status"), dies),
        Case.behind(
            "D2",
            without(record, "wave jobId"),
            "the job of a wave never changes: its record is written once",
            RaceMutants.NO_LEASE
                .and(without("WaveClaims.recordLaunch", "wave attemptId"))
                .and(without("WaveClaims.recordLaunch", "no wave jobId")),
            NO_LEASE),
        Case.behind("I9", without(record, "wave attemptId"), LEASE, RaceMutants.NO_LEASE, NO_LEASE),
        Case.behind("I9", without(record, "no wave jobId"), LEASE, RaceMutants.NO_LEASE, NO_LEASE));
  }
}
