package io.drsorchestrator.application.memory;

import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.WaveStatus;
import java.time.Instant;

/** What polls write. */
final class MemoryRecords implements WaveRecords {

  private final Table table;

  MemoryRecords(Table table) {
    this.table = table;
  }

  @Override
  public WriteOutcome record(WaveProgress progress, Instant polledAt) {
    var change = asItWasRead(progress.before()).set("lastPolledTime", polledAt);
    return table.write(
        progress.key(),
        after(change, progress)
            .setWave(
                progress.before().number(),
                stored ->
                    stored.without("pollWarning").withKnown("pollWarning", progress.warning())));
  }

  private static Change asItWasRead(ActiveWave before) {
    var active = Change.of("WaveRecords.record").whenWave(before.number(), WaveStatus.POLLING);
    return before instanceof RunningWave running
        ? sameRevision(active, running)
        : sameClaim(active, (ClaimedWave) before);
  }

  private static Change sameRevision(Change change, RunningWave wave) {
    return change
        .whenEqual(wave.number(), "jobId", wave.jobId().value())
        .when(
            "wave revision",
            item ->
                item.wave(wave.number()).get().number("revision").getOrElse(0L) == wave.revision())
        .setWave(wave.number(), stored -> stored.with("revision", wave.revision() + 1L));
  }

  private static Change sameClaim(Change change, ClaimedWave wave) {
    return change
        .whenMissing(wave.number(), "jobId")
        .when(
            "wave attemptId",
            item ->
                item.wave(wave.number())
                    .get()
                    .text("attemptId")
                    .equals(wave.attempt().map(LaunchAttempt::id)));
  }

  private static Change after(Change change, WaveProgress progress) {
    var number = progress.before().number();
    if (progress.after() instanceof EndedWave ended) {
      return change
          .setWave(number, stored -> ItemWriter.ended(stored, ended))
          .set("completedWaves", (long) progress.completedWaves());
    }
    return change.setWave(number, stored -> facts(stored, (RunningWave) progress.after()));
  }

  private static Item facts(Item stored, RunningWave wave) {
    return stored
        .with("serverStatuses", ItemWriter.servers(wave))
        .withKnown("DRSJobDetails", wave.job().map(job -> ItemWriter.job(wave.jobId(), job)))
        .without("jobMissingSince")
        .withKnownTime("jobMissingSince", wave.missingSince());
  }
}
