package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.ExecutionNotFoundException;
import io.drsorchestrator.application.explorer.Order.Kind;

/** Where the state machines in {@code cfn} go after a task, by the answer or the error. */
final class FlowRules {

  private FlowRules() {}

  /** After {@code decision}, as {@code WaveStep} and {@code NextStep} choose. */
  static Flow after(Flow flow, Decision decision, String freeToken) {
    var task = flow.due();
    if (task.kind() == Kind.GIVE_UP) {
      return recorded(decision);
    }
    if (task.kind() == Kind.START_WAVE || task.kind() == Kind.POLL) {
      return switch (decision.next().kind()) {
        case START_WAVE -> Flow.due(Order.of(Kind.START_WAVE, task.wave()));
        case AWAIT_WAVE -> Flow.due(Order.of(Kind.POLL, task.wave()));
        case RUN_WAVE, PAUSE, FINALIZE, FAIL, CANCEL, DONE -> nextStep(decision, freeToken);
      };
    }
    return nextStep(decision, freeToken);
  }

  private static Flow nextStep(Decision decision, String freeToken) {
    return switch (decision.next().kind()) {
      case RUN_WAVE, START_WAVE, AWAIT_WAVE ->
          Flow.due(Order.of(Kind.START_WAVE, decision.next().wave().get().value()));
      case PAUSE -> Flow.due(pause(freeToken));
      case FINALIZE -> Flow.due(Order.of(areComplete(decision) ? Kind.FINALIZE : Kind.GIVE_UP));
      case FAIL, CANCEL -> Flow.due(Order.of(Kind.UPDATE));
      case DONE -> recorded(decision);
    };
  }

  private static boolean areComplete(Decision decision) {
    return decision.waves().nonEmpty() && decision.completedWaves() == decision.waves().size();
  }

  static Order pause(String token) {
    return new Order(Kind.PAUSE, -1, token);
  }

  /** {@code RecordedOutcome}: a cancel and a failure end the workflow as FAILED. */
  private static Flow recorded(Decision decision) {
    return switch (decision.status()) {
      case COMPLETED -> Flow.ended("SUCCEEDED", "COMPLETED");
      case FAILED, CANCELLED -> Flow.ended("FAILED", decision.status().name());
      case PENDING, POLLING, PAUSED, CANCELLING -> Flow.ended("FAILED", "NOT_RECORDED");
    };
  }

  /** A fault that may pass is retried; each retry of a pause has a new token. */
  static Flow after(Flow flow, RuntimeException fault, String freeToken) {
    return isFinal(fault) ? caught(flow) : again(flow, freeToken);
  }

  private static boolean isFinal(RuntimeException fault) {
    return fault instanceof Handler.RefusedException || fault instanceof ExecutionNotFoundException;
  }

  static Flow again(Flow flow, String freeToken) {
    return Flow.due(flow.due().kind() == Kind.PAUSE ? pause(freeToken) : flow.due());
  }

  /** The {@code Catch} of the task. */
  static Flow caught(Flow flow) {
    return switch (flow.due().kind()) {
      case CREATE, READ_AGAIN -> Flow.due(Order.of(Kind.GIVE_UP));
      case GIVE_UP -> Flow.ended("FAILED", "NOT_RECORDED");
      default -> Flow.due(Order.of(Kind.READ_AGAIN));
    };
  }
}
