package io.drsorchestrator.application.wave;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.PollingExecution;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WaveNumber;

/** A claim that is held by {@code attempt}: what it launches, where and how. */
record LaunchClaim(
    PollingExecution execution,
    ClaimedWave wave,
    LaunchAttempt attempt,
    LaunchTarget target,
    GroupLaunchSettings settings) {

  static LaunchClaim of(
      PollingExecution execution, WaveNumber number, GroupLaunchSettings settings) {
    var wave = (ClaimedWave) execution.waves().find(number).get();
    return new LaunchClaim(execution, wave, wave.attempt().get(), wave.target().get(), settings);
  }

  ExecutionKey key() {
    return execution.key();
  }

  WaveNumber number() {
    return wave.number();
  }

  DrsScope scope() {
    return new DrsScope(execution.facts().details().account(), target.region());
  }
}
