package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.WaveRecords;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.RunningWave;
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
    return progress.before() instanceof RunningWave running
        ? new LookRecord(writes, progress, running, polledAt).write()
        : giveUp(progress, (ClaimedWave) progress.before(), polledAt);
  }

  private WriteOutcome giveUp(WaveProgress progress, ClaimedWave wave, Instant polledAt) {
    var writer = writes.newWriteId();
    var update = PollWrites.begin(wave.number(), writer, polledAt);
    sameClaim(update, wave);
    PollWrites.end(update, progress);
    return writes.write(
        progress.key(), update, item -> PollWrites.wrote(item, wave.number(), writer));
  }

  /** A claim is given up only while nobody has launched it or taken it over. */
  private static void sameClaim(ItemUpdate update, ClaimedWave wave) {
    var attempt = WavePath.of(wave.number(), "attemptId");
    update.whenMissing(WavePath.of(wave.number(), "jobId"));
    wave.attempt()
        .peek(held -> update.whenEqual(attempt, Attributes.text(held.id())))
        .onEmpty(() -> update.whenMissing(attempt));
  }
}
