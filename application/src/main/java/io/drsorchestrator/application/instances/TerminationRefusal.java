package io.drsorchestrator.application.instances;

/** Why the instances of an execution may not be terminated (contract 3.4, 3.10, D39). */
public sealed interface TerminationRefusal {

  record NoWaves() implements TerminationRefusal {}

  /**
   * The rules of the execution's {@code terminationMetadata} say no.
   *
   * @param currentStatus the stored word
   */
  record NotTerminable(String reason, String currentStatus) implements TerminationRefusal {}
}
