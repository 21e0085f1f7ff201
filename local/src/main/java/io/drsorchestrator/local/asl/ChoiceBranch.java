package io.drsorchestrator.local.asl;

/** A rule of a Choice and where it leads. */
public record ChoiceBranch(ChoiceRule rule, String next) {}
