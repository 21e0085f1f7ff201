package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What the recovery plan said of a wave when the execution was created.
 *
 * @param protectionGroupId absent only in items of older systems
 * @param serverIds empty where the protection group selects its servers by tags
 * @param pauseBeforeWave whether an operator has to let this wave start (the gate)
 */
public record WavePlan(
    WaveNumber number,
    String name,
    Option<String> protectionGroupId,
    Vector<SourceServerId> serverIds,
    boolean pauseBeforeWave) {}
