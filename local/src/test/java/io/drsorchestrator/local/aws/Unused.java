package io.drsorchestrator.local.aws;

import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.LaunchAdmission;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.RecoveryInstances;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.RecoveryServers;
import io.drsorchestrator.application.port.Workflows;
import java.lang.reflect.Proxy;

/** Ports that a poll must not use: every call of one is an error of the test. */
public final class Unused {

  private Unused() {}

  /** What a poll may ask, and nothing else. */
  public static Aws but(RecoveryJobs jobs, RecoveryServers servers) {
    return new Aws(
        jobs,
        servers,
        port(LaunchAdmission.class),
        port(LaunchConfigurations.class),
        port(RecoveryInstances.class),
        port(Workflows.class));
  }

  private static <P> P port(Class<P> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              throw new AssertionError(method + " is not for polls");
            }));
  }
}
