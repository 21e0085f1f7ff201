package io.drsorchestrator.application.port;

import io.drsorchestrator.domain.server.SourceServerId;

/** How DRS and EC2 launch each server when it is recovered. */
@FunctionalInterface
public interface LaunchConfigurations {

  /**
   * Makes sure that {@code server} is launched with {@code settings}, and says whether that took a
   * change. Whatever the settings leave open is kept. Repeating it changes nothing more, and two
   * that do it at the same time come to the same.
   */
  boolean ensure(DrsScope scope, SourceServerId server, LaunchSettings settings);
}
