package io.drsorchestrator.application.wave;

import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.wave.WaveNumber;
import java.time.Instant;

/**
 * The command to start a wave.
 *
 * @param invocationEnds when the calling invocation must be over: until then it may launch
 */
public record StartWaveCommand(ExecutionId id, WaveNumber wave, Instant invocationEnds) {}
