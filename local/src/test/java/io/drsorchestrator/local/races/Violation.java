package io.drsorchestrator.local.races;

/** A broken promise. */
record Violation(String invariant, String detail) {}
