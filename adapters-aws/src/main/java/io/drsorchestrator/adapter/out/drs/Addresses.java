package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import software.amazon.awssdk.services.drs.model.NetworkInterface;

/** The address of a machine that has several. */
final class Addresses {

  private Addresses() {}

  /** Of the primary interface; of the first, where none is marked as such. */
  static Option<String> primary(List<NetworkInterface> interfaces) {
    var all = Vector.ofAll(interfaces);
    return all.find(i -> Boolean.TRUE.equals(i.isPrimary()))
        .orElse(all::headOption)
        .flatMap(Addresses::first);
  }

  private static Option<String> first(NetworkInterface card) {
    return Vector.ofAll(card.ips()).flatMap(AwsText::present).headOption();
  }
}
