package io.drsorchestrator.domain.wave;

import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Vector;

/** What a wave launches, fixed when it is first claimed: every retry launches the same servers. */
public record LaunchTarget(String region, Vector<SourceServerId> serverIds) {}
