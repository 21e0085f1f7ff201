package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.adapter.out.sts.AccountClients;
import io.drsorchestrator.adapter.out.sts.AssumedRoles;
import io.drsorchestrator.application.port.DrsScope;
import software.amazon.awssdk.services.drs.DrsClient;

/** The client for an account and a Region. */
@FunctionalInterface
public interface DrsClients {

  DrsClient of(DrsScope scope);

  /** With the credentials that reach the account of the scope. */
  static DrsClients of(AssumedRoles roles) {
    return new AccountClients<DrsClient>(
            roles, (region, role) -> SdkClients.build(DrsClient.builder(), region, role))
        ::of;
  }
}
