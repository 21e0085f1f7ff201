package io.drsorchestrator.local.asl;

/** Where a task that failed for good goes on, and where its error is put. */
public record Catcher(ErrorMatcher errors, ResultPath resultPath, String next) {}
