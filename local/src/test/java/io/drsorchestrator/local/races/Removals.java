package io.drsorchestrator.local.races;

import static io.drsorchestrator.local.races.Clause.CLAIM_JOB_MISSING;
import static io.drsorchestrator.local.races.Clause.CLAIM_NOT_HELD_BACK;
import static io.drsorchestrator.local.races.Clause.END_WAVE_ACTIVE;
import static io.drsorchestrator.local.races.Clause.GATE_WAVE_PENDING;
import static io.drsorchestrator.local.races.Clause.LAUNCH_ATTEMPT;
import static io.drsorchestrator.local.races.Clause.LAUNCH_JOB_MISSING;
import static io.drsorchestrator.local.races.Clause.PAUSE_REQUEST_MISSING;
import static io.drsorchestrator.local.races.Clause.POLL_ATTEMPT;
import static io.drsorchestrator.local.races.Clause.POLL_JOB;
import static io.drsorchestrator.local.races.Clause.POLL_JOB_MISSING;
import static io.drsorchestrator.local.races.Clause.POLL_REVISION;
import static io.drsorchestrator.local.races.Clause.POLL_WAVE_ACTIVE;
import static io.drsorchestrator.local.races.Clause.REMINDER_COUNT;
import static io.drsorchestrator.local.races.Clause.REMINDER_UNDECIDED;
import static io.drsorchestrator.local.races.Clause.REMINDER_WAIT;
import static io.drsorchestrator.local.races.Clause.RESUME_GATE;
import static io.drsorchestrator.local.races.Clause.RESUME_REQUEST_PRESENT;
import static io.drsorchestrator.local.races.Clause.STATUS;
import static io.drsorchestrator.local.races.Clause.TOTALS;
import static io.drsorchestrator.local.races.Clause.VERSION;

import java.util.List;
import java.util.Map;

/** All removals: those that must be noticed, and those behind which another guard stands. */
final class Removals {

  /** Every lifecycle write moves the version on, so what it guards cannot change unseen. */
  private static final String VERSION_COVERS = "only lifecycle writes change it: version covers it";

  /** Defence in depth, and what else stands in front of each. */
  static final Map<Clause, String> REDUNDANT =
      Map.ofEntries(
          Map.entry(STATUS, VERSION_COVERS),
          Map.entry(CLAIM_NOT_HELD_BACK, VERSION_COVERS),
          Map.entry(GATE_WAVE_PENDING, VERSION_COVERS),
          Map.entry(PAUSE_REQUEST_MISSING, VERSION_COVERS),
          Map.entry(RESUME_REQUEST_PRESENT, VERSION_COVERS),
          Map.entry(RESUME_GATE, VERSION_COVERS),
          Map.entry(TOTALS, "the domain counts first, and COMPLETED waves stay so (I5)"),
          Map.entry(CLAIM_JOB_MISSING, "nobody records a job once its lease is over"),
          Map.entry(LAUNCH_ATTEMPT, "no claim is taken over before its holder must be dead"),
          Map.entry(LAUNCH_JOB_MISSING, "whoever holds the attempt finds or starts the same job"),
          Map.entry(POLL_JOB, "the job of a wave never changes (LAUNCH_JOB_MISSING)"),
          Map.entry(POLL_ATTEMPT, "claims are given up in CANCELLING, and taken over before it"),
          Map.entry(POLL_JOB_MISSING, "whoever gives up a claim has looked for its job"));

  private Removals() {}

  /** Where two clauses say the same in a race, both go. */
  static List<Guard> noticed() {
    return List.of(
        Guard.clauses("version", VERSION),
        Guard.clauses("poll: revision", POLL_REVISION),
        Guard.clauses("poll: wave active", POLL_WAVE_ACTIVE),
        Guard.clauses("fail: wave active", END_WAVE_ACTIVE),
        Guard.clauses("claim: no pauseRequest, version", CLAIM_NOT_HELD_BACK, VERSION),
        Guard.clauses("pause, resume: wave PENDING, version", GATE_WAVE_PENDING, VERSION),
        Guard.clauses(
            "resume: intent, wave PENDING, status IN, version",
            RESUME_REQUEST_PRESENT,
            GATE_WAVE_PENDING,
            STATUS,
            VERSION),
        Guard.clauses("finalize: completedWaves = totalWaves", TOTALS).misled(),
        Guard.NO_REREAD,
        Guard.NO_SEARCH,
        Guard.NO_LEASE);
  }

  /** What is missed at a gate, when a reminder is due. */
  static List<Guard> noticedAtGates() {
    return List.of(
        Guard.clauses("remind: count", REMINDER_COUNT),
        Guard.clauses("remind: nobody has decided", REMINDER_UNDECIDED),
        Guard.clauses("remind: the same wait, status IN", REMINDER_WAIT, STATUS));
  }

  static Guard redundant() {
    return Guard.clauses("all that is redundant", REDUNDANT.keySet().toArray(Clause[]::new));
  }
}
