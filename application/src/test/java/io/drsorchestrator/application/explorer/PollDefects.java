package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.WriteOutcome;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;

/** Defects of what a poll and an adoption write (contract, section 8), put back. */
final class PollDefects {

  private PollDefects() {}

  static Vector<Case> all() {
    var two = scope("ww", Kind.POLL).preempted(0);
    var one = scope("w", Kind.POLL, Kind.ASK_CANCEL);
    return Vector.of(
        Case.of(
            "D1",
            Stores.alsoWrites(
                "a poll finalizes when every wave that has started is COMPLETED",
                "WaveRecords.record",
                PollDefects::completeIfStartedAre),
            two),
        Case.of("D2", wholeList(), scope("ww", Kind.POLL)),
        Case.of(
            "D3",
            Stores.instead(
                "storing the workflow's ARN writes the status that was read, too",
                "NewExecutions.adopt",
                PollDefects::withOldStatus),
            scope("w")),
        Case.of(
            "D4",
            Stores.alsoWrites(
                "a wave ends without endTime",
                "WaveRecords.record",
                Doc.waves((n, wave) -> wave.remove("endTime"))),
            scope("w")),
        Case.of(
            "D5",
            Stores.alsoWrites(
                "a poll copies the job's status onto the wave",
                "WaveRecords.record",
                Doc.waves(PollDefects::jobStatus)),
            one),
        Case.of(
            "D32",
            Stores.alsoWrites(
                "a poll replaces servers instead of merging them",
                "WaveRecords.record",
                Doc.waves(PollDefects::onlyStatuses)),
            one.in(Weather.ENDS_WELL, Weather.FIRST_LAUNCHES)),
        Case.of(
            "D47",
            Stores.alsoWrites(
                "every poll writes POLLING", "WaveRecords.record", Doc.set("status", "POLLING")),
            one));
  }

  private static void completeIfStartedAre(Map<String, Object> item) {
    var started =
        statuses(item).stream().filter(status -> !status.equals("PENDING")).distinct().toList();
    if (started.equals(List.of("COMPLETED"))) {
      item.put("status", "COMPLETED");
      item.put("endTime", 1L);
    }
  }

  private static List<String> statuses(Map<String, Object> item) {
    return new Raw(item).waveStatuses();
  }

  /** From the copy that was read before DRS was asked. */
  private static Mutant wholeList() {
    return Stores.instead(
        "a poll writes the whole list of waves, on no condition",
        "WaveRecords.record",
        (scene, real, arguments) -> {
          var outcome = real.call();
          if (outcome == WriteOutcome.CONFLICT) {
            scene.edit(Doc.waves((n, wave) -> reopen(wave)));
            return WriteOutcome.WRITTEN;
          }
          return outcome;
        });
  }

  /** As it was when it was read: it was under way. */
  private static void reopen(Map<String, Object> wave) {
    if (Doc.is(wave, "status", "COMPLETED") || Doc.is(wave, "status", "FAILED")) {
      wave.put("status", "POLLING");
      wave.remove("endTime");
    }
  }

  private static Object withOldStatus(Scene scene, Stores.Real real, Object[] arguments) {
    var outcome = real.call();
    scene.edit(Doc.set("status", "PENDING"));
    return String.valueOf(outcome).equals("WRITTEN") ? WriteOutcome.WRITTEN : WriteOutcome.CONFLICT;
  }

  private static void jobStatus(int number, Map<String, Object> wave) {
    if (Doc.is(wave, "status", "POLLING") && wave.containsKey("DRSJobDetails")) {
      wave.put("status", "PENDING");
    }
  }

  private static void onlyStatuses(int number, Map<String, Object> wave) {
    if (wave.get("serverStatuses") instanceof List<?> servers) {
      wave.put("serverStatuses", servers.stream().map(PollDefects::onlyStatus).toList());
    }
  }

  private static Map<String, Object> onlyStatus(Object server) {
    var left = Doc.copy(server);
    if (Doc.is(left, "launchStatus", "LAUNCHED")) {
      left.put("instanceId", "");
      left.put("serverName", "");
      left.put("launchStatus", "PENDING");
    }
    return left;
  }
}
