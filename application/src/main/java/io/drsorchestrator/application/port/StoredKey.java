package io.drsorchestrator.application.port;

/**
 * Both parts of the key of a stored execution, whoever wrote it: ids of other systems need not look
 * like ours.
 */
public record StoredKey(String executionId, String planId) {}
