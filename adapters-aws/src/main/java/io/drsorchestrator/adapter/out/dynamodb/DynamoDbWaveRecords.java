package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.ActiveWave;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * What a poll writes: one wave, {@code completedWaves} and {@code lastPolledTime}. Its expressions
 * never name the status of the execution (D1), and a test holds them to that.
 */
final class DynamoDbWaveRecords implements WaveRecords {

  private final HistoryWrites writes;

  DynamoDbWaveRecords(HistoryWrites writes) {
    this.writes = writes;
  }

  @Override
  public WriteOutcome record(WaveProgress progress, Instant polledAt) {
    var wave = progress.before().number();
    var writer = writes.newWriteId();
    var update =
        new ItemUpdate()
            .set("lastPolledTime", Attributes.time(polledAt))
            .set(WavePath.of(wave, "writer"), Attributes.text(writer));
    asItWasRead(update, progress.before());
    after(update, progress.after(), progress.completedWaves());
    return writes.write(progress.key(), update, item -> wrote(item, wave, writer));
  }

  private static boolean wrote(StoredItem item, WaveNumber wave, String writer) {
    return item.maps("waves").get(wave.value()).text("writer").contains(writer);
  }

  /** The wave must still be the one that was read: the same job or claim, revision, not ended. */
  private static void asItWasRead(ItemUpdate update, ActiveWave before) {
    update.when(WavePath.isActive(update, before.number()));
    if (before instanceof RunningWave running) {
      sameRevision(update, running);
    } else if (before instanceof ClaimedWave claimed) {
      sameClaim(update, claimed);
    }
  }

  private static void sameRevision(ItemUpdate update, RunningWave wave) {
    var revision = WavePath.of(wave.number(), "revision");
    update.whenEqual(WavePath.of(wave.number(), "jobId"), Attributes.text(wave.jobId().value()));
    // Two pollers that read the same revision have seen AWS at different times: one may write.
    if (wave.revision() == 0) {
      update.whenMissing(revision);
    } else {
      update.whenEqual(revision, Attributes.number(wave.revision()));
    }
    update.set(revision, Attributes.number(wave.revision() + 1L));
  }

  /** A claim is given up only while nobody has launched it or taken it over. */
  private static void sameClaim(ItemUpdate update, ClaimedWave wave) {
    var attempt = WavePath.of(wave.number(), "attemptId");
    update.whenMissing(WavePath.of(wave.number(), "jobId"));
    wave.attempt()
        .peek(held -> update.whenEqual(attempt, Attributes.text(held.id())))
        .onEmpty(() -> update.whenMissing(attempt));
  }

  private static void after(ItemUpdate update, Wave after, int completedWaves) {
    if (after instanceof RunningWave running) {
      facts(update, running);
    } else if (after instanceof EndedWave ended) {
      WaveWrites.end(update, ended);
      // With the status, so that the count is never behind it (I10).
      update.set("completedWaves", Attributes.number(completedWaves));
    }
  }

  private static void facts(ItemUpdate update, RunningWave wave) {
    WaveWrites.servers(update, wave);
    job(update, wave.number(), wave.jobId(), wave.job());
    var missingSince = WavePath.of(wave.number(), "jobMissingSince");
    wave.missingSince()
        .peek(since -> update.set(missingSince, Attributes.time(since)))
        .onEmpty(() -> update.remove(missingSince));
  }

  private static void job(ItemUpdate update, WaveNumber wave, JobId id, Option<RecoveryJob> job) {
    job.forEach(known -> update.set(WavePath.of(wave, "DRSJobDetails"), WaveItem.job(id, known)));
  }
}
