package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.Server;
import io.vavr.collection.Vector;

/**
 * A wave: PENDING, then POLLING (claimed, later running), then COMPLETED or FAILED; or CANCELLED
 * before it had a job. A terminal wave's status never changes (I5).
 */
public sealed interface Wave permits PendingWave, ActiveWave, EndedWave {

  WavePlan plan();

  WaveStatus status();

  Vector<Server> servers();

  default WaveNumber number() {
    return plan().number();
  }
}
