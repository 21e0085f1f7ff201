package io.drsorchestrator.application;

import io.drsorchestrator.application.port.Parallel;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.wave.WavePolicy;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the use cases take from where they run.
 *
 * @param ids new unique ids
 * @param hub the account in which the orchestrator runs
 * @param parallel how independent calls are made
 */
public record Settings(
    InstantSource clock,
    Supplier<String> ids,
    AccountContext hub,
    WavePolicy wavePolicy,
    Parallel parallel) {}
