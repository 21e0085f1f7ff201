package io.drsorchestrator.application.instances;

import io.drsorchestrator.application.port.RecoveryInstances.LiveInstance;
import io.drsorchestrator.application.port.RecoveryInstances.Machine;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The recovery instances that servers of a plan have already (contract 3.14).
 *
 * @param hasServers whether the plan has servers at all
 */
public record ExistingInstances(boolean hasServers, Vector<Existing> instances) {

  /**
   * One of them.
   *
   * @param origin the execution that launched it, if it is one of the history
   * @param machine as far as EC2 has told
   */
  public record Existing(
      LiveInstance instance, String region, Option<Origin> origin, Option<Machine> machine) {}

  /** The execution that launched an instance. */
  public record Origin(String executionId, String planName) {}
}
