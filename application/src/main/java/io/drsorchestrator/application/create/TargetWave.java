package io.drsorchestrator.application.create;

import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.Vector;

/** A wave of the plan with the servers that it would launch now, and where (D24). */
public record TargetWave(WavePlan plan, DrsScope scope, Vector<SourceServerId> servers) {}
