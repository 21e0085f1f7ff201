package io.drsorchestrator.application.port;

/** Every port of the store, for wiring only: a use case gets the one that it needs. */
public record ExecutionStore(
    Executions executions,
    NewExecutions newExecutions,
    PlanLocks locks,
    RecoveryPlans plans,
    ProtectionGroups groups,
    WaveClaims claims,
    WaveRecords records,
    Gates gates,
    Endings endings,
    Completions completions,
    ExecutionDiscovery discovery,
    ExecutionDocuments documents,
    ExecutionListing listing,
    Deletions deletions,
    Terminations terminations,
    TargetAccounts accounts,
    StartRegister starts,
    PauseReminders reminders,
    DrillReminders drills) {}
