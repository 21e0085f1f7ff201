package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.drsorchestrator.local.asl.ErrorName;
import io.drsorchestrator.local.asl.Payload;
import io.drsorchestrator.local.asl.Resource;
import io.drsorchestrator.local.asl.StateFailure;
import java.util.Optional;
import java.util.function.Supplier;

/** One attempt of a Task, open until it has a result, an error or no time left. */
final class TaskAttempt {
  private final TaskRun run;
  private final Optional<String> token;
  private final TaskTimers timers;
  private Runnable abandonment = () -> {};
  private boolean open = true;

  private TaskAttempt(TaskRun run, Optional<String> token, TaskTimers timers) {
    this.run = run;
    this.token = token;
    this.timers = timers;
  }

  static void begin(TaskRun run) {
    var services = run.visit().execution().services();
    Optional<String> token =
        run.state().resource().hasToken() ? Optional.of(services.ids().token()) : Optional.empty();
    var scope = run.visit().scope(token);
    var flow = run.state().flow();
    var parameters = Payload.of(flow.effectiveInput(scope));
    var timers = TaskTimers.of(run.state().limits(), flow.selected(scope), services.turns());
    new TaskAttempt(run, token, timers).start(parameters);
  }

  Services services() {
    return run.visit().execution().services();
  }

  Resource resource() {
    return run.state().resource();
  }

  /** Remembers how to stop the work if nobody waits for it any more. */
  void ifAbandoned(Runnable stop) {
    abandonment = stop;
  }

  void submitted(JsonNode output) {
    whileOpen(
        () ->
            record(
                EventType.TASK_SUBMITTED, EventDetails.taskOutput(resource(), Payload.of(output))));
  }

  void succeed(Supplier<JsonNode> result) {
    whileOpen(() -> finish(result.get()));
  }

  void fail(StateFailure failure) {
    whileOpen(() -> lose(EventType.TASK_FAILED, failure));
  }

  void heartbeat() {
    whileOpen(() -> timers.restartHeartbeat(() -> timeOut(ErrorName.HEARTBEAT_TIMEOUT)));
  }

  private void start(Payload parameters) {
    var details = EventDetails.task(resource());
    details.put("region", services().account().region()).put("parameters", parameters.text());
    timers.describe(details);
    record(EventType.TASK_SCHEDULED, details);
    record(EventType.TASK_STARTED, EventDetails.task(resource()));
    run.visit().execution().during(this::abandon);
    token.ifPresent(value -> services().tokens().open(value, this));
    timers.startTimeout(() -> timeOut(ErrorName.TIMEOUT));
    timers.restartHeartbeat(() -> timeOut(ErrorName.HEARTBEAT_TIMEOUT));
    TaskService.of(resource()).start(this, parameters.json());
  }

  private void finish(JsonNode result) {
    Payload payload;
    try {
      payload = Payload.of(result);
    } catch (StateFailure tooLarge) {
      lose(EventType.TASK_FAILED, tooLarge);
      return;
    }
    close();
    record(EventType.TASK_SUCCEEDED, EventDetails.taskOutput(resource(), payload));
    run.succeeded(result);
  }

  private void timeOut(String error) {
    whileOpen(
        () -> {
          abandon();
          lose(EventType.TASK_TIMED_OUT, new StateFailure(error, ""));
        });
  }

  private void lose(EventType type, StateFailure failure) {
    close();
    record(type, EventDetails.taskError(resource(), failure));
    run.failed(failure);
  }

  private void abandon() {
    if (open) {
      close();
      abandonment.run();
    }
  }

  private void close() {
    open = false;
    timers.cancel();
    token.ifPresent(services().tokens()::close);
  }

  private void whileOpen(Runnable work) {
    if (open) {
      run.visit().execution().step(work);
    }
  }

  private void record(EventType type, ObjectNode details) {
    var unused = run.visit().record(type, details);
  }
}
