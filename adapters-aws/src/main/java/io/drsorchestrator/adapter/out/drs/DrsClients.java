package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.OwnAccountClients;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.application.port.DrsScope;
import software.amazon.awssdk.services.drs.DrsClient;

/** The client for an account and a Region. */
@FunctionalInterface
public interface DrsClients {

  DrsClient of(DrsScope scope);

  /** With the orchestrator's own credentials; other accounts are refused. */
  static DrsClients ofOwnAccount() {
    return new OwnAccountClients<>(region -> SdkClients.build(DrsClient.builder(), region))::of;
  }
}
