package io.drsorchestrator.local.simulate.scenario;

/** One call of the handler to a service. */
public record Call(String service, String name, boolean isWrite, boolean isIndex) {

  /** A call that no index answers. */
  public static Call to(String service, String name) {
    return new Call(service, name, false, false);
  }

  @Override
  public String toString() {
    return service + "." + name;
  }
}
