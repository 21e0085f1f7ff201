package io.drsorchestrator.application.port;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * How a server shall be launched (contract 2.10, {@code launchConfig}); what is left open stays as
 * it is. {@code bootMode} is not among it: neither DRS nor a launch template has such a setting.
 */
public record LaunchSettings(OfDrs drs, OfTemplate template) {

  public static final LaunchSettings NONE = new LaunchSettings(OfDrs.NONE, OfTemplate.NONE);

  /** What DRS keeps in the server's launch configuration, in its own words. */
  public record OfDrs(
      Option<Boolean> copyPrivateIp,
      Option<Boolean> copyTags,
      Option<Boolean> osByol,
      Option<String> rightSizingMethod,
      Option<String> launchDisposition,
      Option<Boolean> postLaunchEnabled,
      Option<String> launchIntoInstanceId) {

    static final OfDrs NONE =
        new OfDrs(
            Option.none(),
            Option.none(),
            Option.none(),
            Option.none(),
            Option.none(),
            Option.none(),
            Option.none());

    public boolean isEmpty() {
      return equals(NONE);
    }

    private OfDrs forMany() {
      return new OfDrs(
          copyPrivateIp,
          copyTags,
          osByol,
          rightSizingMethod,
          launchDisposition,
          postLaunchEnabled,
          Option.none());
    }
  }

  /** What EC2 keeps in the server's launch template. */
  public record OfTemplate(
      Option<String> instanceType,
      Option<String> subnetId,
      Vector<String> securityGroupIds,
      Option<String> instanceProfileName,
      Option<String> staticPrivateIp) {

    static final OfTemplate NONE =
        new OfTemplate(Option.none(), Option.none(), Vector.empty(), Option.none(), Option.none());

    public boolean isEmpty() {
      return equals(NONE);
    }

    private OfTemplate forMany() {
      return new OfTemplate(
          instanceType, subnetId, securityGroupIds, instanceProfileName, Option.none());
    }
  }

  public boolean isEmpty() {
    return drs.isEmpty() && template.isEmpty();
  }

  /** Whether they say in which network the server comes up. */
  public boolean placesServer() {
    return template.subnetId().isDefined() || template.securityGroupIds().nonEmpty();
  }

  /** The same without what only one server can have: an address, and an instance to be put into. */
  public LaunchSettings forMany() {
    return new LaunchSettings(drs.forMany(), template.forMany());
  }
}
