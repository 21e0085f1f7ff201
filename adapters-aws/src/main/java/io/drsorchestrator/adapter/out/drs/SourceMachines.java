package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.domain.server.SourceMachine;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import software.amazon.awssdk.services.drs.model.IdentificationHints;
import software.amazon.awssdk.services.drs.model.NetworkInterface;
import software.amazon.awssdk.services.drs.model.SourceProperties;
import software.amazon.awssdk.services.drs.model.SourceServer;

/** A source server in our terms. */
final class SourceMachines {

  private SourceMachines() {}

  static SourceMachine of(SourceServer server) {
    var properties = Option.of(server.sourceProperties());
    return new SourceMachine(
        AwsText.present(server.tags().get("Name")),
        properties.flatMap(SourceMachines::primaryAddress),
        properties
            .flatMap(p -> Option.of(p.identificationHints()))
            .map(IdentificationHints::awsInstanceID)
            .flatMap(AwsText::present));
  }

  /** Of the primary interface; of the first, where none is marked as such. */
  private static Option<String> primaryAddress(SourceProperties properties) {
    var interfaces = Vector.ofAll(properties.networkInterfaces());
    return interfaces
        .find(i -> Boolean.TRUE.equals(i.isPrimary()))
        .orElse(interfaces::headOption)
        .flatMap(SourceMachines::firstAddress);
  }

  private static Option<String> firstAddress(NetworkInterface card) {
    return Vector.ofAll(card.ips()).flatMap(AwsText::present).headOption();
  }
}
