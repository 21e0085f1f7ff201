package io.drsorchestrator.application;

import io.drsorchestrator.application.poll.OneAfterAnother;
import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.WavePolicy;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the use cases take from where they run.
 *
 * @param ids new unique ids
 * @param hub the account in which the orchestrator runs
 * @param pollCalls how a poll makes its calls
 * @param parallel how the same is done for many servers
 */
public record Settings(
    InstantSource clock,
    Supplier<String> ids,
    AccountContext hub,
    WavePolicy wavePolicy,
    PollCalls pollCalls,
    Parallel parallel) {

  /** Everything one after another, so that every step can be repeated. */
  public Settings(
      InstantSource clock, Supplier<String> ids, AccountContext hub, WavePolicy wavePolicy) {
    this(clock, ids, hub, wavePolicy, new OneAfterAnother(), Parallel.ONE_BY_ONE);
  }
}
