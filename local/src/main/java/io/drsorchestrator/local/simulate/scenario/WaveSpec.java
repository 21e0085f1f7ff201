package io.drsorchestrator.local.simulate.scenario;

/** A wave of a drawn plan. */
public record WaveSpec(int servers, boolean isGated) {}
