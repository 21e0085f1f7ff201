package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;
import static io.drsorchestrator.application.explorer.Mutant.without;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.WriteOutcome;
import io.vavr.collection.Vector;

/** Defects of cancels, pauses and gates (contract, section 8), put back. */
final class OperatorDefects {

  private OperatorDefects() {}

  static Vector<Case> all() {
    var cancel = scope("w", Kind.ASK_CANCEL);
    var pause = scope("ww", Kind.ASK_PAUSE).preempted(0);
    return Vector.of(
        Case.of(
            "D17",
            Stores.alsoWrites(
                "a cancel is CANCELLED at once",
                "Endings.requestCancel",
                item -> {
                  item.put("status", "CANCELLED");
                  item.put("endTime", 1L);
                }),
            cancel),
        Case.of(
            "D18",
            without("version").and(without("status")).as("no write asks for status or version"),
            cancel),
        Case.of(
            "D19",
            Stores.misled(
                    "nobody reads the wish to pause", scene -> true, i -> i.remove("pauseRequest"))
                .and(without("WaveClaims.claim", "not held back"))
                .as("nobody reads the wish to pause"),
            pause),
        Case.of(
            "D19",
            Stores.alsoWrites(
                "an operator's pause writes PAUSED, without a token",
                "Gates.requestPause",
                Doc.set("status", "PAUSED")),
            pause),
        Case.of(
            "D19",
            Stores.instead(
                "an operator's pause is acknowledged and not stored",
                "Gates.requestPause",
                (scene, real, arguments) -> WriteOutcome.WRITTEN),
            pause),
        Case.of(
            "D20",
            Stores.misled(
                "the gate before the first wave is ignored",
                scene -> true,
                Doc.waves(
                    (n, wave) -> {
                      if (n == 0) {
                        wave.put("pauseBeforeWave", false);
                      }
                    })),
            scope("g")),
        Case.of(
            "D41",
            Stores.alsoWrites(
                "the start of a wave does not write currentWave",
                "WaveClaims.claim",
                item -> item.remove("currentWave")),
            scope("w")),
        Case.of(
            "D46",
            Stores.alsoWrites(
                "a pause stores something else than its token",
                "Gates.pause",
                Doc.set("taskToken", "$.Task.Token")),
            scope("g")));
  }
}
