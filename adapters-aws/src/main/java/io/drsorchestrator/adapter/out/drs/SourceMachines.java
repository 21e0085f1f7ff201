package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.domain.server.SourceMachine;
import io.vavr.control.Option;
import software.amazon.awssdk.services.drs.model.IdentificationHints;
import software.amazon.awssdk.services.drs.model.SourceServer;

/** A source server in our terms. */
final class SourceMachines {

  private SourceMachines() {}

  static SourceMachine of(SourceServer server) {
    var properties = Option.of(server.sourceProperties());
    return new SourceMachine(
        AwsText.present(server.tags().get("Name")),
        properties.flatMap(p -> Addresses.primary(p.networkInterfaces())),
        properties
            .flatMap(p -> Option.of(p.identificationHints()))
            .map(IdentificationHints::awsInstanceID)
            .flatMap(AwsText::present));
  }
}
