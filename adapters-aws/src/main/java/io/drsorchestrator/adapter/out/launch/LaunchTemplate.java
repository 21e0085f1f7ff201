package io.drsorchestrator.adapter.out.launch;

import io.drsorchestrator.adapter.out.AwsFaults;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.vavr.collection.Vector;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionRequest;
import software.amazon.awssdk.services.ec2.model.CreateLaunchTemplateVersionResponse;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.ValidationError;

/**
 * The launch template of one server. DRS launches its default version, so that a new one is based
 * on that, says only what differs, and becomes the default itself (D27). Two who do this at the
 * same time make two versions that say the same.
 */
final class LaunchTemplate {

  private final Ec2Client ec2;
  private final String id;

  LaunchTemplate(Ec2Client ec2, String id) {
    this.ec2 = ec2;
    this.id = id;
  }

  boolean ensure(OfTemplate wanted) {
    var current = currentDefault();
    var change = new TemplateChange(current.launchTemplateData(), wanted);
    if (change.isEmpty()) {
      return false;
    }
    makeDefault(newVersion(current, change));
    return true;
  }

  private LaunchTemplateVersion currentDefault() {
    var answer =
        AwsFaults.ask(
            "DescribeLaunchTemplateVersions",
            () ->
                ec2.describeLaunchTemplateVersions(
                    r -> r.launchTemplateId(id).versions("$Default")));
    return Vector.ofAll(answer.launchTemplateVersions())
        .headOption()
        .getOrElseThrow(this::hasNoDefault);
  }

  private AwsUnavailableException hasNoDefault() {
    var message = "DescribeLaunchTemplateVersions: " + id + " has no default version (yet)";
    return new AwsUnavailableException(message, new IllegalStateException(message));
  }

  private long newVersion(LaunchTemplateVersion current, TemplateChange change) {
    var request =
        CreateLaunchTemplateVersionRequest.builder()
            .launchTemplateId(id)
            .sourceVersion(Long.toString(current.versionNumber()))
            .versionDescription("Launch settings of the protection group, by drs-orchestrator")
            .launchTemplateData(change.data())
            .build();
    var answer =
        AwsFaults.ask(
            "CreateLaunchTemplateVersion", () -> ec2.createLaunchTemplateVersion(request));
    refuseInvalid(answer);
    return answer.launchTemplateVersion().versionNumber();
  }

  /** EC2 makes a version that cannot be launched all the same, and warns: it must not be used. */
  private static void refuseInvalid(CreateLaunchTemplateVersionResponse answer) {
    var warning = answer.warning();
    if (warning != null && !warning.errors().isEmpty()) {
      var message =
          Vector.ofAll(warning.errors())
              .map(LaunchTemplate::describe)
              .mkString("CreateLaunchTemplateVersion: ", ", ", "");
      throw new AwsRefusedException(message, new IllegalArgumentException(message));
    }
  }

  private static String describe(ValidationError error) {
    return "%s (%s)".formatted(error.message(), error.code());
  }

  private void makeDefault(long version) {
    var unused =
        AwsFaults.ask(
            "ModifyLaunchTemplate",
            () ->
                ec2.modifyLaunchTemplate(
                    r -> r.launchTemplateId(id).defaultVersion(Long.toString(version))));
  }
}
