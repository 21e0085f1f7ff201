package io.drsorchestrator.domain.execution;

/** What identifies an execution in the history table: both parts of its key. */
public record ExecutionKey(ExecutionId executionId, PlanId planId) {}
