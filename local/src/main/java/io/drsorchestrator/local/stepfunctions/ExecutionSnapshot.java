package io.drsorchestrator.local.stepfunctions;

import java.time.Instant;
import java.util.Optional;

/** An execution as it was at one moment. */
public record ExecutionSnapshot(
    String executionArn,
    StateMachine machine,
    String name,
    String input,
    Instant startDate,
    Optional<Outcome> outcome) {

  /** RUNNING, or how the execution ended. */
  public ExecutionStatus status() {
    return outcome.map(Outcome::status).orElse(ExecutionStatus.RUNNING);
  }

  /** The output of an execution that succeeded. */
  public Optional<String> output() {
    return outcome.map(Outcome::output);
  }

  /** The error name of an execution that did not succeed. */
  public Optional<String> error() {
    return outcome.map(Outcome::error);
  }

  /** The cause of an execution that did not succeed. */
  public Optional<String> cause() {
    return outcome.map(Outcome::cause);
  }

  /** When the execution ended. */
  public Optional<Instant> stopDate() {
    return outcome.map(Outcome::stopDate);
  }
}
