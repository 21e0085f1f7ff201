package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.execution.AccountContext;

/** The account and Region in which a call to DRS or EC2 is made (D30). */
public record DrsScope(AccountContext account, String region) {}
