package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What several writes store of a wave. */
final class WaveWrites {

  private WaveWrites() {}

  /** Nobody has started the wave: it is PENDING, or an older system has not stored it yet. */
  static void whenUnstarted(ItemUpdate update, Wave wave) {
    var pending =
        update.equal(
            WavePath.of(wave.number(), "status"), Attributes.text(WaveStatus.PENDING.name()));
    update.when(
        WaveItem.isMissing(wave)
            ? "(%s OR %s)".formatted(pending, update.missing(WavePath.of(wave.number())))
            : pending);
  }

  /** Sets {@code fields} of a wave; as a whole new element where {@code before} is not stored. */
  static void put(ItemUpdate update, Wave before, Map<String, AttributeValue> fields) {
    if (WaveItem.isMissing(before)) {
      append(update, before, fields);
    } else {
      fields.forEach((field, value) -> update.set(WavePath.of(before.number(), field), value));
    }
  }

  /**
   * Older systems store a wave when it starts, and may do so since it was read. A path past the end
   * of a list would append to it, wherever the end is by then: so the end must be here.
   */
  private static void append(ItemUpdate update, Wave before, Map<String, AttributeValue> fields) {
    var element = new LinkedHashMap<>(WaveFields.pending(before.plan()).m());
    element.putAll(fields);
    var end = update.value(Attributes.number(before.number().value()));
    update
        .when("size(%s) = %s".formatted(update.path("waves"), end))
        .set(WavePath.of(before.number()), Attributes.map(element));
  }

  /** How and when the wave ended, and why. */
  static void outcome(ItemUpdate update, EndedWave wave) {
    WaveFields.outcome(wave)
        .forEach((field, value) -> update.set(WavePath.of(wave.number(), field), value));
  }

  /** Field by field, so that what others keep there survives; as a whole where there is none. */
  static void job(ItemUpdate update, RunningWave before, RecoveryJob known) {
    var path = WavePath.of(before.number(), "DRSJobDetails");
    var after = WaveFields.job(before.jobId(), known);
    before
        .job()
        .map(job -> WaveFields.job(before.jobId(), job).m())
        .peek(
            stored ->
                Changes.between(stored, after.m())
                    .forEach((field, value) -> update.set(path + "." + field, value)))
        .onEmpty(() -> update.set(path, after));
  }
}
