package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.explorer.Judge.Rule;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What is stored is true in DRS. */
final class TruthRules {

  static final Vector<Rule> ALL =
      Vector.of(
          TruthRules::completedWaveIsUp,
          TruthRules::failedWaveHasReason,
          TruthRules::cancelledWaveHasNoJob,
          TruthRules::failureHasReason,
          TruthRules::waveEndsAfterItsJob,
          TruthRules::deletedIsOver,
          TruthRules::jobOnRecordExists);

  private TruthRules() {}

  private static Option<Violation> completedWaveIsUp(World before, Reached move) {
    var jobs = move.world().jobs();
    var untrue =
        ends(
            before,
            move,
            "COMPLETED",
            n -> !jobs.exists(job -> job.wave() == n && job.hasLaunchedAll()));
    return broken(untrue, "COMPLETED, and not every server is up", before, move);
  }

  private static Option<Violation> failedWaveHasReason(World before, Reached move) {
    var unfounded = !before.isExcused() && ends(before, move, "FAILED", n -> true);
    return broken(unfounded, "a wave FAILED for no reason", before, move);
  }

  private static Option<Violation> cancelledWaveHasNoJob(World before, Reached move) {
    var jobs = move.world().jobs();
    var leaked = ends(before, move, "CANCELLED", n -> jobs.exists(job -> job.wave() == n));
    return broken(leaked, "a wave is CANCELLED whose job DRS has", before, move);
  }

  private static boolean ends(World before, Reached move, String how, IntPredicate isWrong) {
    var was = before.item().waveStatuses();
    var is = move.world().item().waveStatuses();
    return IntStream.range(0, Math.min(was.size(), is.size()))
        .filter(n -> !was.get(n).equals(how) && is.get(n).equals(how))
        .anyMatch(isWrong);
  }

  private static Option<Violation> failureHasReason(World before, Reached move) {
    var fails = move.world().item().has(List.of("FAILED")) && !before.item().hasEnded();
    return broken(fails && !before.isExcused(), "FAILED for no reason", before, move);
  }

  /** By a look at it: only a deadline and a dead workflow end a wave whose job goes on. */
  private static Option<Violation> waveEndsAfterItsJob(World before, Reached move) {
    var isLook = move.isCall("WaveRecords.record") || move.isCall("WaveClaims.failLaunch");
    var jobs = move.world().jobs();
    var now = move.world().now().getEpochSecond();
    var waves = before.item().waves();
    var early =
        ends(
            before,
            move,
            "FAILED",
            n ->
                now - waves.get(n).number("startTime") < Age.DAY.toSeconds()
                    && jobs.exists(job -> job.wave() == n && job.isActive() && job.isKnown()));
    return broken(isLook && early, "a wave FAILED while its job goes on", before, move);
  }

  private static Option<Violation> deletedIsOver(World before, Reached move) {
    var deleted = move.world().stored().item().isEmpty() && before.stored().item().isDefined();
    return broken(deleted && !before.item().hasEnded(), "deleted while it runs", before, move);
  }

  private static Option<Violation> jobOnRecordExists(World before, Reached move) {
    var jobs = move.world().jobs();
    var waves = move.world().item().waves();
    var invented =
        IntStream.range(0, waves.size())
            .filter(n -> waves.get(n).has("jobId"))
            .anyMatch(
                n ->
                    !jobs.exists(
                        job -> job.wave() == n && job.id().equals(waves.get(n).text("jobId"))));
    return broken(invented, "I9: the job on record is not the wave's", before, move);
  }
}
