package io.drsorchestrator.adapter.out.launch;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.adapter.out.drs.DrsClients;
import io.drsorchestrator.adapter.out.ec2.Ec2Clients;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.LaunchConfigurations;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.control.Option;
import software.amazon.awssdk.services.drs.DrsClient;
import software.amazon.awssdk.services.drs.model.GetLaunchConfigurationResponse;

/**
 * Launch settings in the order of the contract (2.10): what DRS keeps goes first, for DRS makes a
 * version of the launch template of its own when it is changed, and what EC2 keeps is based on that
 * one. In the account and Region of the server (D27).
 */
public final class AwsLaunchConfigurations implements LaunchConfigurations {

  private final DrsClients drs;
  private final Ec2Clients ec2;

  public AwsLaunchConfigurations(DrsClients drs, Ec2Clients ec2) {
    this.drs = drs;
    this.ec2 = ec2;
  }

  @Override
  public boolean ensure(DrsScope scope, SourceServerId server, LaunchSettings settings) {
    var client = drs.of(scope);
    var current =
        AwsFaults.ask(
            "GetLaunchConfiguration",
            () -> client.getLaunchConfiguration(r -> r.sourceServerID(server.value())));
    var drsChanged = updated(client, current, server, settings.drs());
    var templateChanged =
        !settings.template().isEmpty()
            && new LaunchTemplate(ec2.of(scope), templateId(current, server))
                .ensure(settings.template());
    return drsChanged || templateChanged;
  }

  private static boolean updated(
      DrsClient client,
      GetLaunchConfigurationResponse current,
      SourceServerId server,
      LaunchSettings.OfDrs wanted) {
    if (ServerConfiguration.has(current, wanted)) {
      return false;
    }
    var request = ServerConfiguration.update(server, wanted);
    var unused =
        AwsFaults.ask("UpdateLaunchConfiguration", () -> client.updateLaunchConfiguration(request));
    return true;
  }

  private static String templateId(GetLaunchConfigurationResponse current, SourceServerId server) {
    return Option.of(current.ec2LaunchTemplateID())
        .flatMap(AwsText::present)
        .getOrElseThrow(() -> hasNoTemplate(server));
  }

  private static AwsUnavailableException hasNoTemplate(SourceServerId server) {
    var message = "GetLaunchConfiguration: " + server + " has no launch template (yet)";
    return new AwsUnavailableException(message, new IllegalStateException(message));
  }
}
