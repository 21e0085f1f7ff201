package io.drsorchestrator.adapter.out.dynamodb;

import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;

/** The path of a wave in an item; index numbers are literals in an expression. */
final class WavePath {

  private WavePath() {}

  static String of(WaveNumber wave, String attribute) {
    return of(wave) + "." + attribute;
  }

  /** The whole wave. */
  static String of(WaveNumber wave) {
    return "waves[" + wave.value() + "]";
  }

  /** The wave is claimed or running, under whatever word. */
  static String isActive(ItemUpdate update, WaveNumber wave) {
    return update.in(of(wave, "status"), StatusWords.of(WaveStatus.POLLING));
  }
}
