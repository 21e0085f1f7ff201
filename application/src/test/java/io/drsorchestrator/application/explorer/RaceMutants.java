package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;
import static io.drsorchestrator.application.explorer.Mutant.without;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.WriteOutcome;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The hard moments of the design (sections 3 and 7), each without its rule. */
final class RaceMutants {

  /** Every claim is written with a lease that is over. */
  static final Mutant NO_LEASE =
      Stores.alsoWrites(
          "a claim holds no lease",
          "WaveClaims.claim",
          Doc.waves((n, wave) -> wave.computeIfPresent("leaseUntil", (name, until) -> 1L)));

  static final Mutant NO_SEARCH =
      Clouds.instead(
          "nobody looks for a job before a second try",
          "RecoveryJobs.findLaunched",
          (scene, real, arguments) -> Option.none());

  /** The last look before StartRecovery sees what the claim has written. */
  static final Mutant NO_REREAD =
      Stores.misled(
          "no look at the record right before StartRecovery",
          scene ->
              scene.order().kind() == Kind.START_WAVE
                  && scene.tape().lastOption().exists(r -> r.call().equals("WaveClaims.claim")),
          item -> {
            item.put("status", "POLLING");
            item.remove("cancelRequest");
          });

  private static final Mutant RENEWAL_KEEPS_TOKEN =
      Stores.instead(
          "a renewed pause keeps its old token",
          "Gates.pause",
          (scene, real, arguments) -> {
            var old = scene.item().get("taskToken");
            var outcome = real.call();
            if (old != null && outcome == WriteOutcome.WRITTEN) {
              scene.edit(Doc.set("taskToken", old));
            }
            return outcome;
          });

  private static final Mutant STARTS_ALL =
      Stores.alsoWrites(
          "a claim starts every wave that is left",
          "WaveClaims.claim",
          Doc.waves(
              (n, wave) -> {
                wave.replace("status", "PENDING", "POLLING");
                wave.putIfAbsent("startTime", 1L);
              }));

  private static final Mutant NO_RING =
      Clouds.instead("nobody is rung", "Workflows.ring", (scene, real, arguments) -> nothing());

  private static final Mutant NO_STOP =
      Clouds.instead(
          "no workflow is stopped", "Workflows.stop", (scene, real, arguments) -> nothing());

  private static final Mutant PAUSE_DOES_NOT_RING =
      Clouds.instead(
          "a pause does not ring itself",
          "Workflows.ring",
          (scene, real, arguments) -> scene.order().kind() == Kind.PAUSE ? nothing() : real.call());

  private static final Mutant FIND_DOES_NOT_RING =
      Clouds.instead(
          "find does not ring",
          "Workflows.ring",
          (scene, real, arguments) -> scene.order().kind() == Kind.FIND ? nothing() : real.call());

  private static final Mutant JOB_ONLY_WHILE_POLLING =
      Stores.instead(
          "a job goes on record only while POLLING",
          "WaveClaims.recordLaunch",
          (scene, real, arguments) ->
              Doc.is(scene.item(), "status", "POLLING") ? real.call() : WriteOutcome.CONFLICT);

  private static final Mutant DEATH_LEAVES_CANCELLING =
      Stores.instead(
          "a workflow that dies in CANCELLING is not recorded",
          "Endings.finishCancel",
          (scene, real, arguments) ->
              scene.order().kind() == Kind.UPDATE ? real.call() : WriteOutcome.WRITTEN);

  private static final Mutant KEEPS_WISH =
      Stores.instead(
          "finalize keeps a wish to pause",
          "Completions.complete",
          (scene, real, arguments) -> {
            var wish = scene.item().get("pauseRequest");
            var outcome = real.call();
            if (wish != null && outcome == WriteOutcome.WRITTEN) {
              scene.edit(Doc.set("pauseRequest", wish));
            }
            return outcome;
          });

  private RaceMutants() {}

  @SuppressWarnings("NullAway")
  private static Object nothing() {
    return null;
  }

  static Vector<Case> all() {
    var crash = scope("w", Kind.ASK_CANCEL).troubledBy(1, Trouble.CRASH, Trouble.LOST_ANSWER);
    var gate = scope("g", Kind.ASK_RESUME).troubledBy(1, Trouble.LOST_ANSWER);
    return Vector.of(
        Case.of("7", NO_LEASE, scope("w", Kind.START_WAVE, Kind.ASK_CANCEL, Kind.POLL)),
        Case.of("I4", STARTS_ALL, scope("ww")),
        Case.of("D26", NO_SEARCH, crash),
        Case.of("7", NO_REREAD, crash),
        Case.of("7", JOB_ONLY_WHILE_POLLING, crash),
        Case.of("3", RENEWAL_KEEPS_TOKEN, gate),
        Case.of("FR-7.5", NO_RING, gate),
        Case.of("4", PAUSE_DOES_NOT_RING, gate.preempted(2)),
        Case.behind(
            "4",
            FIND_DOES_NOT_RING,
            "a wait that times out pauses again, and a pause rings itself",
            PAUSE_DOES_NOT_RING,
            gate),
        Case.behind(
            "D16",
            NO_STOP,
            "a pause that is refused rings, and the workflow ends itself",
            PAUSE_DOES_NOT_RING,
            scope("g", Kind.ASK_CANCEL)),
        Case.of(
            "3",
            Stores.alsoWrites(
                "an operator's resume writes POLLING",
                "Gates.requestResume",
                Doc.set("status", "POLLING")),
            gate),
        Case.of("3", DEATH_LEAVES_CANCELLING, crash.troubledBy(1, Trouble.DEATH)),
        Case.behind(
            "3",
            KEEPS_WISH,
            "no wish is stored after the last boundary, and none is passed over",
            without("Gates.requestPause", "version")
                .and(without("Gates.requestPause", "wave status")),
            scope("w", Kind.ASK_PAUSE)),
        zombies(),
        otherZombies());
  }

  private static Case otherZombies() {
    var alone =
        Mutant.named("every write but an adoption without \"exists\"")
            .guards((w, c) -> w.equals("NewExecutions.adopt") || !c.equals("exists"));
    return Case.behind(
        "6",
        alone,
        "each asks for attributes that a deleted item does not have",
        without("Endings.finishCancel", "version").and(without("Endings.finishCancel", "status")),
        scope("w", Kind.ASK_CANCEL, Kind.UPDATE, Kind.ASK_DELETE));
  }

  private static Case zombies() {
    return Case.of(
        "6",
        without("NewExecutions.adopt", "exists"),
        scope("w", Kind.ASK_DELETE, Kind.ASK_CANCEL));
  }
}
