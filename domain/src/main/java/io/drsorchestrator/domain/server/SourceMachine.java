package io.drsorchestrator.domain.server;

import io.vavr.control.Option;

/**
 * What DRS tells about the machine that is protected.
 *
 * @param name the source server's {@code Name} tag
 * @param ipAddress its primary address
 * @param instanceId its EC2 id, where it runs on EC2
 */
public record SourceMachine(
    Option<String> name, Option<String> ipAddress, Option<String> instanceId) {

  public static final SourceMachine UNKNOWN =
      new SourceMachine(Option.none(), Option.none(), Option.none());

  /** What is known after {@code observed}: a missing fact never erases a known one (I11). */
  public SourceMachine join(SourceMachine observed) {
    return new SourceMachine(
        observed.name.orElse(name),
        observed.ipAddress.orElse(ipAddress),
        observed.instanceId.orElse(instanceId));
  }
}
