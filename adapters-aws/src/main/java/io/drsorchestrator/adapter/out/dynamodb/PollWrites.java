package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.WaveNumber;
import java.time.Instant;

/** What every write of a poll has. */
final class PollWrites {

  private PollWrites() {}

  /** Of a wave that has not ended: a poll that comes late changes nothing. */
  static ItemUpdate begin(WaveNumber wave, String writer, Instant polledAt) {
    var update =
        new ItemUpdate()
            .set("lastPolledTime", Attributes.time(polledAt))
            .set(WavePath.of(wave, "writer"), Attributes.text(writer));
    return update.when(WavePath.isActive(update, wave));
  }

  /** The count moves with the status, so that it is never behind it (I10). */
  static void end(ItemUpdate update, WaveProgress progress) {
    if (progress.after() instanceof EndedWave ended) {
      WaveWrites.outcome(update, ended);
      update.set("completedWaves", Attributes.number(progress.completedWaves()));
    }
  }

  static boolean wrote(StoredItem item, WaveNumber wave, String writer) {
    return item.maps("waves").get(wave.value()).text("writer").contains(writer);
  }
}
