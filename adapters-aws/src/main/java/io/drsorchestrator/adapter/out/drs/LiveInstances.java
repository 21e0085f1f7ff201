package io.drsorchestrator.adapter.out.drs;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import software.amazon.awssdk.services.drs.model.EC2InstanceState;
import software.amazon.awssdk.services.drs.model.RecoveryInstance;

/** Recovery instances that are neither gone nor going; one in an unknown state counts. */
final class LiveInstances {

  private static final Set<EC2InstanceState> DEAD =
      HashSet.of(
          EC2InstanceState.TERMINATED, EC2InstanceState.SHUTTING_DOWN, EC2InstanceState.NOT_FOUND);

  private LiveInstances() {}

  static boolean isLive(RecoveryInstance instance) {
    return !DEAD.contains(instance.ec2InstanceState());
  }
}
