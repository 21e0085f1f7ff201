package io.drsorchestrator.local.aws.drs;

/** The end of a launch without an instance. */
public record Failure(Stage at, String reason) {}
