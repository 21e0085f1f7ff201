package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.Catcher;
import io.drsorchestrator.local.asl.Json;
import io.drsorchestrator.local.asl.Retrier;
import io.drsorchestrator.local.asl.StateFailure;
import io.drsorchestrator.local.asl.TaskState;
import io.drsorchestrator.local.asl.Transition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The attempts of one visit of a Task. */
final class TaskRun {
  private final StateVisit visit;
  private final TaskState state;
  private final Map<Retrier, Long> retries = new HashMap<>();

  TaskRun(StateVisit visit, TaskState state) {
    this.visit = visit;
    this.state = state;
  }

  /** Tries the task, for the first time or again. */
  void attempt() {
    handlingFailure(() -> TaskAttempt.begin(this));
  }

  void succeeded(JsonNode result) {
    handlingFailure(
        () ->
            visit.exit(
                EventType.TASK_STATE_EXITED,
                state.flow().output(visit.scope(), result),
                state.transition()));
  }

  /** Retries, catches, or fails the execution. */
  void failed(StateFailure failure) {
    var retrier =
        state.errors().retrierOf(failure.error()).filter(found -> found.allows(used(found)));
    if (retrier.isPresent()) {
      retryBy(retrier.get());
      return;
    }
    var catcher = state.errors().catcherOf(failure.error());
    caught(catcher.orElseThrow(() -> failure), failure);
  }

  StateVisit visit() {
    return visit;
  }

  TaskState state() {
    return state;
  }

  private void handlingFailure(Runnable work) {
    try {
      work.run();
    } catch (StateFailure failure) {
      failed(failure);
    }
  }

  private long used(Retrier retrier) {
    return retries.getOrDefault(retrier, 0L);
  }

  private void retryBy(Retrier retrier) {
    var services = visit.execution().services();
    var pause = retrier.pause(used(retrier), services.random());
    retries.merge(retrier, 1L, Long::sum);
    visit.countRetry();
    visit.execution().later(services.turns().now().plus(pause), this::attempt);
  }

  private void caught(Catcher catcher, StateFailure failure) {
    var error = Json.object().put("Error", failure.error()).put("Cause", failure.cause());
    visit.exit(
        EventType.TASK_STATE_EXITED,
        catcher.resultPath().place(visit.input().json(), error),
        new Transition(Optional.of(catcher.next())));
  }
}
