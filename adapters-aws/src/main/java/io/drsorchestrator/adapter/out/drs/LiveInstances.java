package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.vavr.control.Option;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;

/** A recovery instance in our terms. */
final class LiveInstances {

  private LiveInstances() {}

  /** One without an id, or of no server, can be neither shown nor terminated. */
  static Option<LiveInstance> of(RecoveryInstance instance) {
    var ec2 = AwsText.present(instance.ec2InstanceID());
    return AwsText.present(instance.recoveryInstanceID())
        .orElse(ec2)
        .flatMap(
            id ->
                AwsText.present(instance.sourceServerID())
                    .map(SourceServerId::new)
                    .map(server -> of(instance, id, ec2.getOrElse(id), server)));
  }

  private static LiveInstance of(
      RecoveryInstance instance, String id, String ec2Id, SourceServerId server) {
    return new LiveInstance(
        id,
        ec2Id,
        server,
        AwsText.present(instance.jobID()).map(JobId::new),
        AwsText.present(instance.ec2InstanceStateAsString()).getOrElse("UNKNOWN"));
  }

  /** Neither gone nor going; one in an unknown state counts. */
  static boolean isLive(RecoveryInstance instance) {
    return switch (instance.ec2InstanceState()) {
      case TERMINATED, SHUTTING_DOWN, NOT_FOUND -> false;
      default -> true;
    };
  }
}
