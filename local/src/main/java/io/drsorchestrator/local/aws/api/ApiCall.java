package io.drsorchestrator.local.aws.api;

/**
 * One call of an operation, as faults and counters see it.
 *
 * @param laterPage whether it asks for a page after the first
 */
public record ApiCall(String service, String operation, AwsLocation location, boolean laterPage) {}
