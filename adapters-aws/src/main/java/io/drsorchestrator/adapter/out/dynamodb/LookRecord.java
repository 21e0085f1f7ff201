package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.size.TextBounds;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.control.Option;
import java.time.Instant;

/** The record of one look at a running wave: only what the look has changed is written. */
final class LookRecord {

  private final HistoryWrites writes;
  private final WaveProgress progress;
  private final RunningWave before;
  private final Instant polledAt;
  private final ServerChanges servers;

  LookRecord(HistoryWrites writes, WaveProgress progress, RunningWave before, Instant polledAt) {
    this.writes = writes;
    this.progress = progress;
    this.before = before;
    this.polledAt = polledAt;
    this.servers = ServerChanges.between(before, progress.after());
  }

  WriteOutcome write() {
    var writer = writes.newWriteId();
    var update = facts(writer);
    servers.writeFields(update);
    return update.fits() ? writeFields(update, writer) : writeList(writes.waves(progress.key()));
  }

  /** Where the list is not as it was read, although the wave is, it is put in order. */
  private WriteOutcome writeFields(ItemUpdate update, String writer) {
    return writes
        .attempt(progress.key(), update, item -> PollWrites.wrote(item, number(), writer))
        .getOrElseGet(
            stored -> writeList(stored.filter(item -> !wave(item).exists(servers::areInPlace))));
  }

  private WriteOutcome writeList(Option<StoredItem> stored) {
    return stored
        .flatMap(this::wave)
        .filter(this::isAsItWasRead)
        .map(this::writeList)
        .getOrElse(WriteOutcome.CONFLICT);
  }

  private WriteOutcome writeList(StoredItem wave) {
    var writer = writes.newWriteId();
    var update = facts(writer);
    servers.writeList(update, wave);
    return writes.write(progress.key(), update, item -> PollWrites.wrote(item, number(), writer));
  }

  private ItemUpdate facts(String writer) {
    var update = PollWrites.begin(number(), writer, polledAt);
    sameRevision(update);
    PollWrites.end(update, progress);
    job().forEach(known -> WaveWrites.job(update, before, known));
    missingSince(update);
    var warning = WavePath.of(number(), "pollWarning");
    progress
        .warning()
        .peek(text -> update.set(warning, Attributes.text(text, TextBounds.POLL_WARNING)))
        .onEmpty(() -> update.remove(warning));
    return update;
  }

  private void sameRevision(ItemUpdate update) {
    var revision = WavePath.of(number(), "revision");
    update.whenEqual(WavePath.of(number(), "jobId"), Attributes.text(before.jobId().value()));
    // Two pollers that read the same revision have seen AWS at different times: one may write.
    if (before.revision() == 0) {
      update.whenMissing(revision);
    } else {
      update.whenEqual(revision, Attributes.number(before.revision()));
    }
    update.set(revision, Attributes.number(before.revision() + 1L));
  }

  private Option<RecoveryJob> job() {
    return progress.after() instanceof EndedWave ended
        ? ended.launch().flatMap(EndedWave.Launch::job)
        : ((RunningWave) progress.after()).job();
  }

  private void missingSince(ItemUpdate update) {
    if (progress.after() instanceof RunningWave running) {
      var path = WavePath.of(number(), "jobMissingSince");
      running
          .missingSince()
          .peek(since -> update.set(path, Attributes.time(since)))
          .onEmpty(() -> update.remove(path));
    }
  }

  private boolean isAsItWasRead(StoredItem wave) {
    return WaveItem.status(wave) == WaveStatus.POLLING
        && wave.text("jobId").contains(before.jobId().value())
        && wave.number("revision").getOrElse(0L) == before.revision();
  }

  private Option<StoredItem> wave(StoredItem item) {
    var waves = item.maps("waves");
    return Option.when(number().value() < waves.size(), () -> waves.get(number().value()));
  }

  private WaveNumber number() {
    return before.number();
  }
}
