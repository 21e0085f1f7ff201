package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.ErrorName;
import io.drsorchestrator.local.asl.Payload;
import io.drsorchestrator.local.asl.StateFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An execution from its start to its end, one state at a time. */
final class RunningExecution {
  private final Services services;
  private final ExecutionStart start;
  private final HistoryRecorder history = new HistoryRecorder();
  private final List<Consumer<ExecutionSnapshot>> observers = new ArrayList<>();
  private Optional<Outcome> outcome = Optional.empty();
  private Optional<StateVisit> current = Optional.empty();
  private Runnable cancelActivity = () -> {};
  private Runnable cancelTimeout = () -> {};

  RunningExecution(Services services, ExecutionStart start) {
    this.services = services;
    this.start = start;
  }

  void begin() {
    record(
        EventType.EXECUTION_STARTED, EventDetails.started(start.inputText(), machine().roleArn()));
    machine()
        .definition()
        .timeout()
        .map(timeout -> services.turns().at(started().plus(timeout), this::timeOut))
        .ifPresent(timer -> cancelTimeout = timer::cancel);
    tell();
    enter(machine().definition().startAt(), start.input());
  }

  void enter(String stateName, Payload input) {
    var visit = new StateVisit(this, machine().definition().state(stateName), input);
    current = Optional.of(visit);
    cancelActivity = () -> {};
    services.turns().soon(() -> step(visit::begin));
  }

  /** Does {@code work} unless the execution is over, which it is if the work fails. */
  void step(Runnable work) {
    if (!isRunning()) {
      return;
    }
    try {
      work.run();
    } catch (StateFailure failure) {
      fail(failure.error(), explained(failure));
    }
  }

  /** Does {@code work} at {@code when} unless the execution is over by then. */
  void later(Instant when, Runnable work) {
    during(services.turns().at(when, () -> step(work))::cancel);
  }

  /** Remembers how to call off what the execution is busy with. */
  void during(Runnable cancel) {
    cancelActivity = cancel;
  }

  long record(EventType type, ObjectNode details) {
    return history.record(services.turns().now(), type, details);
  }

  void succeed(Payload output) {
    end(
        EventType.EXECUTION_SUCCEEDED,
        EventDetails.succeeded(output),
        new Outcome(ExecutionStatus.SUCCEEDED, now(), output.text(), null, null));
  }

  void fail(@Nullable String error, @Nullable String cause) {
    end(EventType.EXECUTION_FAILED, ExecutionStatus.FAILED, error, cause);
  }

  void abort(@Nullable String error, @Nullable String cause) {
    end(EventType.EXECUTION_ABORTED, ExecutionStatus.ABORTED, error, cause);
  }

  void whenOver(Consumer<ExecutionSnapshot> observer) {
    if (isRunning()) {
      observers.add(observer);
    } else {
      observer.accept(snapshot());
    }
  }

  boolean isRunning() {
    return outcome.isEmpty();
  }

  ExecutionSnapshot snapshot() {
    return new ExecutionSnapshot(arn(), machine(), name(), start.inputText(), started(), outcome);
  }

  List<HistoryEvent> history() {
    return history.events();
  }

  Services services() {
    return services;
  }

  StateMachine machine() {
    return start.machine();
  }

  String arn() {
    return start.arn();
  }

  String name() {
    return start.name();
  }

  Payload input() {
    return start.input();
  }

  Instant started() {
    return start.at();
  }

  private String explained(StateFailure failure) {
    boolean mistake = failure.error().equals(ErrorName.RUNTIME) && !history.isFull();
    return current
        .filter(visit -> mistake)
        .map(visit -> visit.located(failure.cause()))
        .orElse(failure.cause());
  }

  private Instant now() {
    return services.turns().now();
  }

  private void timeOut() {
    end(EventType.EXECUTION_TIMED_OUT, ExecutionStatus.TIMED_OUT, ErrorName.TIMEOUT, null);
  }

  private void end(
      EventType type, ExecutionStatus status, @Nullable String error, @Nullable String cause) {
    end(type, EventDetails.error(error, cause), new Outcome(status, now(), null, error, cause));
  }

  private void end(EventType type, ObjectNode details, Outcome how) {
    if (!isRunning()) {
      return;
    }
    outcome = Optional.of(how);
    cancelTimeout.run();
    cancelActivity.run();
    history.recordEnd(now(), type, details);
    var snapshot = snapshot();
    observers.forEach(observer -> observer.accept(snapshot));
    tell();
  }

  private void tell() {
    var snapshot = snapshot();
    services.turns().outside(() -> services.ports().listener().statusChanged(snapshot));
  }
}
