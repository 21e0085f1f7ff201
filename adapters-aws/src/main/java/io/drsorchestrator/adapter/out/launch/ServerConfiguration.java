package io.drsorchestrator.adapter.out.launch;

import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.drs.model.GetLaunchConfigurationResponse;
import software.amazon.awssdk.services.drs.model.LaunchIntoInstanceProperties;
import software.amazon.awssdk.services.drs.model.Licensing;
import software.amazon.awssdk.services.drs.model.UpdateLaunchConfigurationRequest;

/** The launch configuration that DRS keeps of a server: what of it differs, and its update. */
final class ServerConfiguration {

  private ServerConfiguration() {}

  static boolean has(GetLaunchConfigurationResponse current, OfDrs wanted) {
    return is(current.copyPrivateIp(), wanted.copyPrivateIp())
        && is(current.copyTags(), wanted.copyTags())
        && is(byol(current), wanted.osByol())
        && is(current.targetInstanceTypeRightSizingMethodAsString(), wanted.rightSizingMethod())
        && is(current.launchDispositionAsString(), wanted.launchDisposition())
        && is(current.postLaunchEnabled(), wanted.postLaunchEnabled())
        && is(launchInto(current), wanted.launchIntoInstanceId());
  }

  private static <T> boolean is(@Nullable T current, Option<T> wanted) {
    return wanted.forAll(value -> value.equals(current));
  }

  private static @Nullable Boolean byol(GetLaunchConfigurationResponse current) {
    var licensing = current.licensing();
    return licensing == null ? null : licensing.osByol();
  }

  private static @Nullable String launchInto(GetLaunchConfigurationResponse current) {
    var properties = current.launchIntoInstanceProperties();
    return properties == null ? null : properties.launchIntoEC2InstanceID();
  }

  /** A field that is not sent stays as it is. */
  static UpdateLaunchConfigurationRequest update(SourceServerId server, OfDrs wanted) {
    var request = UpdateLaunchConfigurationRequest.builder().sourceServerID(server.value());
    wanted.copyPrivateIp().forEach(request::copyPrivateIp);
    wanted.copyTags().forEach(request::copyTags);
    wanted.osByol().forEach(byol -> request.licensing(Licensing.builder().osByol(byol).build()));
    wanted
        .rightSizingMethod()
        .forEach(method -> request.targetInstanceTypeRightSizingMethod(method));
    wanted.launchDisposition().forEach(disposition -> request.launchDisposition(disposition));
    wanted.postLaunchEnabled().forEach(request::postLaunchEnabled);
    wanted
        .launchIntoInstanceId()
        .forEach(
            id ->
                request.launchIntoInstanceProperties(
                    LaunchIntoInstanceProperties.builder().launchIntoEC2InstanceID(id).build()));
    return request.build();
  }
}
