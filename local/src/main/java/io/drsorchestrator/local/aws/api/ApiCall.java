package io.drsorchestrator.local.aws.api;

/** One call of an operation, as faults and counters see it. */
public record ApiCall(String service, String operation, AwsLocation location) {}
