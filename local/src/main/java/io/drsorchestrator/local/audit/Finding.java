package io.drsorchestrator.local.audit;

/**
 * A rule that is broken.
 *
 * @param line the number of the line that breaks it, or after which something is missing
 * @param expected what should have been there, and what is
 */
public record Finding(Rule rule, int line, String expected) {}
