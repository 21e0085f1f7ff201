package io.drsorchestrator.domain.server;

import io.drsorchestrator.domain.wave.WaveStatus;

/** What nothing about servers may do. */
public final class ServerOffences {

  private ServerOffences() {}

  /** Says something about the wave that the server belongs to. */
  public record KnowsTheWave(WaveStatus status) {}
}
