package io.drsorchestrator.adapter.out.drs;

import io.drsorchestrator.adapter.out.AwsText;
import io.drsorchestrator.domain.server.SourceServerId;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.Comparator;
import software.amazon.awssdk.services.drs.model.EC2InstanceState;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;

/** The recovery instance of each server: an earlier drill may have left others behind. */
final class LatestInstances {

  private static final Comparator<RecoveryInstance> BY_RECENCY =
      Comparator.comparing(LatestInstances::exists)
          .thenComparing(
              i -> DrsTime.parse(i.pointInTimeSnapshotDateTime()).getOrElse(Instant.MIN));

  private LatestInstances() {}

  static Map<SourceServerId, String> of(Vector<RecoveryInstance> instances) {
    return instances
        .filter(i -> AwsText.present(i.sourceServerID()).isDefined() && id(i).isDefined())
        .groupBy(i -> new SourceServerId(i.sourceServerID()))
        .mapValues(several -> id(several.maxBy(BY_RECENCY).get()).get());
  }

  private static boolean exists(RecoveryInstance instance) {
    return instance.ec2InstanceState() != EC2InstanceState.TERMINATED
        && instance.ec2InstanceState() != EC2InstanceState.NOT_FOUND;
  }

  private static Option<String> id(RecoveryInstance instance) {
    return AwsText.present(instance.recoveryInstanceID())
        .orElse(AwsText.present(instance.ec2InstanceID()));
  }
}
