package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.Answer;
import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.wave.StartWaveCommand;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleViolation.NotTheWorkflow;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Gives orders to the use cases as the Lambda function does. */
final class Handler {

  static final Duration INVOCATION = Duration.ofMinutes(5);

  private static final ExecutionId ID = World.KEY.executionId();
  private static final WorkflowAuthority WORKFLOW = WorkflowAuthority.ofCaller(World.ARN);
  private static final FailureCause DEAD =
      new FailureCause(FailureCause.WORKFLOW_ENDED, "The workflow ended");

  /** It will never be answered: the workflow catches it. */
  static final class RefusedException extends RuntimeException {

    RefusedException(String message) {
      super(message);
    }
  }

  /** What was answered, and whether an operator's command was accepted. */
  record Reply(Option<Decision> decision, boolean isAccepted) {

    String text() {
      return decision.map(d -> d.status() + ", " + d.next().kind()).getOrElse("")
          + (isAccepted ? "" : " (refused)");
    }

    static Reply of(Decision decision) {
      return new Reply(Option.some(decision), true);
    }

    static Reply of(Answer answer) {
      return new Reply(Option.some(answer.decision()), answer.refusal().isEmpty());
    }
  }

  private final UseCases useCases;

  Handler(UseCases useCases) {
    this.useCases = useCases;
  }

  Reply carryOut(Order order, Instant now) {
    return switch (order.kind()) {
      case START -> Reply.of(useCases.startWorkflow().startIfMissing(ID).decision());
      case CREATE -> Reply.of(create());
      case START_WAVE -> Reply.of(startWave(order, now));
      case POLL -> Reply.of(poll(order));
      case PAUSE ->
          byTheWorkflow(useCases.pause().pause(WORKFLOW, ID, new CallbackToken(order.token())));
      case RESUME -> byTheWorkflow(useCases.resume().resume(WORKFLOW, ID));
      case FINALIZE -> byTheWorkflow(useCases.finalization().finalizeBy(WORKFLOW, ID));
      case UPDATE, READ_AGAIN -> Reply.of(useCases.update().update(ID));
      case GIVE_UP -> Reply.of(giveUp());
      case FIND -> find(now);
      case DEATH -> Reply.of(useCases.update().workflowEnded(ID, World.ARN, DEAD));
      case ASK_PAUSE -> Reply.of(useCases.pause().request(ID, request(now)));
      case ASK_RESUME -> Reply.of(useCases.resume().request(ID, request(now)));
      case ASK_CANCEL -> Reply.of(useCases.cancel().cancel(ID, request(now)));
      case ASK_DELETE -> delete();
      case FOREIGN -> foreign();
    };
  }

  private Decision create() {
    return useCases
        .adopt()
        .adopt(ID, World.ARN)
        .getOrElseThrow(() -> new RefusedException("driven by another workflow"));
  }

  private Decision startWave(Order order, Instant now) {
    var wave = new WaveNumber(order.wave());
    return useCases.startWave().start(new StartWaveCommand(ID, wave, now.plus(INVOCATION)));
  }

  /** Without a wave it is somebody's own look. */
  private Decision poll(Order order) {
    var decision = useCases.poll().poll(ID);
    return order.wave() < 0 ? decision : decision.forWaveMachineOf(new WaveNumber(order.wave()));
  }

  private Decision giveUp() {
    create();
    return useCases.update().giveUp(ID, DEAD);
  }

  private Reply find(Instant now) {
    useCases.find().find(now.plus(INVOCATION));
    return new Reply(Option.none(), true);
  }

  private Reply delete() {
    var unused = useCases.delete().selected(Vector.of(ID));
    return new Reply(Option.none(), true);
  }

  private Reply foreign() {
    var other = new WorkflowArn(World.ARN.value() + "-by-hand");
    return new Reply(useCases.adopt().adopt(ID, other), true);
  }

  private static Reply byTheWorkflow(Answer answer) {
    if (answer.refusal().exists(NotTheWorkflow.class::isInstance)) {
      throw new RefusedException("not the workflow on record");
    }
    return Reply.of(answer);
  }

  private static OperatorRequest request(Instant now) {
    return new OperatorRequest("alice", Option.none(), now);
  }
}
