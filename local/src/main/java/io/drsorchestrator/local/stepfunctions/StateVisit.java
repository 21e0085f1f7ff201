package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.Payload;
import io.drsorchestrator.local.asl.Scope;
import io.drsorchestrator.local.asl.State;
import io.drsorchestrator.local.asl.Transition;
import java.time.Instant;
import java.util.Optional;

/** One stay of an execution in one state, retries included. */
final class StateVisit {
  private final RunningExecution execution;
  private final State state;
  private final Payload input;
  private final Instant entered;
  private long enteredEventId;
  private long retries;

  StateVisit(RunningExecution execution, State state, Payload input) {
    this.execution = execution;
    this.state = state;
    this.input = input;
    this.entered = execution.services().turns().now();
  }

  void begin() {
    state.accept(new StateRunner(this));
  }

  void entered(EventType type) {
    enteredEventId = record(type, EventDetails.entered(state.name(), input));
  }

  /** Leaves the state with {@code output} for the one that follows, or ends the execution. */
  void exit(EventType type, JsonNode output, Transition transition) {
    var payload = Payload.of(output);
    record(type, EventDetails.exited(state.name(), payload));
    transition
        .next()
        .ifPresentOrElse(next -> execution.enter(next, payload), () -> execution.succeed(payload));
  }

  long record(EventType type, ObjectNode details) {
    return execution.record(type, details);
  }

  Scope scope() {
    return scope(Optional.empty());
  }

  Scope scope(Optional<String> token) {
    return new Scope(input.json(), new Remembered<>(() -> ContextObject.of(this, token)));
  }

  void countRetry() {
    retries++;
  }

  RunningExecution execution() {
    return execution;
  }

  State state() {
    return state;
  }

  Payload input() {
    return input;
  }

  Instant entered() {
    return entered;
  }

  long retries() {
    return retries;
  }

  /** The cause of a mistake in the machine, with where it is. */
  String located(String cause) {
    return "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
        .formatted(state.name(), enteredEventId, cause);
  }
}
