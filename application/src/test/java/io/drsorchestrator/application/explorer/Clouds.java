package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.RecoveryJobs;
import io.drsorchestrator.application.port.Workflows;

/** Ports of AWS of which some are mutated. */
final class Clouds {

  private Clouds() {}

  /** A mutant in which a call of AWS, such as {@code RecoveryJobs.start}, goes another way. */
  static Mutant instead(String name, String call, Stores.BiInstead change) {
    return Mutant.named(name)
        .aws((aws, scene) -> wrap(aws, call, (real, args) -> change.call(scene, real, args)));
  }

  /** A mutant in which the use cases are told something else than AWS has said. */
  static Mutant told(String name, String call, Stores.Instead change) {
    return Mutant.named(name).client(aws -> wrap(aws, call, change));
  }

  private static Aws wrap(Aws aws, String call, Stores.Instead change) {
    return new Aws(
        Stores.wrap(RecoveryJobs.class, aws.jobs(), call, change),
        aws.servers(),
        aws.admission(),
        aws.launchConfigurations(),
        aws.instances(),
        Stores.wrap(Workflows.class, aws.workflows(), call, change));
  }
}
