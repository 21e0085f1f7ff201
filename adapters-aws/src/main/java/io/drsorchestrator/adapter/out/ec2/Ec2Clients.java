package io.drsorchestrator.adapter.out.ec2;

import io.drsorchestrator.adapter.out.OwnAccountClients;
import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.application.port.DrsScope;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The client for an account and a Region. */
@FunctionalInterface
public interface Ec2Clients {

  Ec2Client of(DrsScope scope);

  /** With the orchestrator's own credentials; other accounts are refused. */
  static Ec2Clients ofOwnAccount() {
    return new OwnAccountClients<>(region -> SdkClients.build(Ec2Client.builder(), region))::of;
  }
}
