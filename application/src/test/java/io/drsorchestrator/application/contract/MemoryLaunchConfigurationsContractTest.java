package io.drsorchestrator.application.contract;

import io.drsorchestrator.application.memory.MemoryLaunchConfigurations;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.domain.server.SourceServerId;

/** The double behaves like DRS and EC2. */
final class MemoryLaunchConfigurationsContractTest extends LaunchConfigurationsContract {

  private final MemoryLaunchConfigurations memory = new MemoryLaunchConfigurations();

  @Override
  protected LaunchConfigurations configurations() {
    return memory;
  }

  @Override
  protected LaunchSettings settingsOf(SourceServerId server) {
    return memory.settingsOf(SCOPE, server);
  }

  @Override
  protected void forget(SourceServerId server) {
    memory.refuse(server, server + " does not exist");
  }
}
