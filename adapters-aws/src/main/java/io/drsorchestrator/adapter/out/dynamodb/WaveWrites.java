package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;

/** What several writes store of a wave. */
final class WaveWrites {

  private WaveWrites() {}

  static void status(ItemUpdate update, WaveNumber wave, WaveStatus status) {
    update.set(WavePath.of(wave, "status"), Attributes.text(status.name()));
  }

  /** How and when the wave ended, and why. */
  static void outcome(ItemUpdate update, EndedWave wave) {
    status(update, wave.number(), wave.status());
    update.set(WavePath.of(wave.number(), "endTime"), Attributes.time(wave.endTime()));
    wave.message()
        .forEach(
            message ->
                update.set(WavePath.of(wave.number(), "statusMessage"), Attributes.text(message)));
  }

  /** A wave's end is stored with the wave: its outcome and the last facts (D4). */
  static void end(ItemUpdate update, EndedWave wave) {
    outcome(update, wave);
    if (wave.servers().nonEmpty()) {
      servers(update, wave);
    }
    wave.launch()
        .forEach(
            launch ->
                launch
                    .job()
                    .forEach(
                        job ->
                            update.set(
                                WavePath.of(wave.number(), "DRSJobDetails"),
                                WaveItem.job(launch.jobId(), job))));
  }

  static void servers(ItemUpdate update, Wave wave) {
    update.set(WavePath.of(wave.number(), "serverStatuses"), WaveItem.servers(wave.servers()));
  }
}
