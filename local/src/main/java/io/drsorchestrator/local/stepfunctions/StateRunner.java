package io.drsorchestrator.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.local.asl.ChoiceState;
import io.drsorchestrator.local.asl.FailState;
import io.drsorchestrator.local.asl.PassState;
import io.drsorchestrator.local.asl.StateVisitor;
import io.drsorchestrator.local.asl.SucceedState;
import io.drsorchestrator.local.asl.TaskState;
import io.drsorchestrator.local.asl.Template;
import io.drsorchestrator.local.asl.Transition;
import io.drsorchestrator.local.asl.WaitState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens on entering each type of state. */
final class StateRunner implements StateVisitor {
  private static final Transition END = new Transition(Optional.empty());

  private final StateVisit visit;

  StateRunner(StateVisit visit) {
    this.visit = visit;
  }

  @Override
  public void task(TaskState state) {
    visit.entered(EventType.TASK_STATE_ENTERED);
    new TaskRun(visit, state).attempt();
  }

  @Override
  public void choice(ChoiceState state) {
    visit.entered(EventType.CHOICE_STATE_ENTERED);
    var selected = state.flow().selected(visit.scope());
    var next = new Transition(Optional.of(state.next(selected)));
    visit.exit(EventType.CHOICE_STATE_EXITED, state.flow().output(selected), next);
  }

  @Override
  public void wait(WaitState state) {
    visit.entered(EventType.WAIT_STATE_ENTERED);
    var selected = state.flow().selected(visit.scope());
    var output = state.flow().output(selected);
    visit
        .execution()
        .later(
            state.time().end(visit.entered(), selected),
            () -> visit.exit(EventType.WAIT_STATE_EXITED, output, state.transition()));
  }

  @Override
  public void pass(PassState state) {
    visit.entered(EventType.PASS_STATE_ENTERED);
    var result = state.result().orElseGet(() -> state.flow().effectiveInput(visit.scope()));
    var output = state.flow().output(visit.scope(), result);
    visit.exit(EventType.PASS_STATE_EXITED, output, state.transition());
  }

  @Override
  public void succeed(SucceedState state) {
    visit.entered(EventType.SUCCEED_STATE_ENTERED);
    var selected = state.flow().selected(visit.scope());
    visit.exit(EventType.SUCCEED_STATE_EXITED, state.flow().output(selected), END);
  }

  @Override
  public void fail(FailState state) {
    visit.entered(EventType.FAIL_STATE_ENTERED);
    visit.execution().fail(text(state.error()), text(state.cause()));
  }

  private @Nullable String text(Optional<Template> template) {
    return template.map(found -> found.evaluate(visit.scope())).map(JsonNode::asText).orElse(null);
  }
}
