package io.drsorchestrator.adapter.out.ec2;

import io.drsorchestrator.adapter.out.SdkClients;
import io.drsorchestrator.adapter.out.sts.AccountClients;
import io.drsorchestrator.adapter.out.sts.AssumedRoles;
import io.drsorchestrator.application.port.DrsScope;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The client for an account and a Region. */
@FunctionalInterface
public interface Ec2Clients {

  Ec2Client of(DrsScope scope);

  /** With the credentials that reach the account of the scope. */
  static Ec2Clients of(AssumedRoles roles) {
    return new AccountClients<Ec2Client>(
            roles, (region, role) -> SdkClients.build(Ec2Client.builder(), region, role))
        ::of;
  }
}
