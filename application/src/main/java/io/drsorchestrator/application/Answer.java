package io.drsorchestrator.application;

import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.vavr.control.Option;

/**
 * What a command led to.
 *
 * @param refusal why the command changed nothing; absent if it was carried out
 */
public record Answer(Decision decision, Option<LifecycleViolation> refusal) {

  static Answer accepted(Decision decision) {
    return new Answer(decision, Option.none());
  }

  static Answer refused(Decision decision, LifecycleViolation violation) {
    return new Answer(decision, Option.some(violation));
  }
}
