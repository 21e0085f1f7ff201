package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Case.scope;
import static io.drsorchestrator.application.explorer.Mutant.without;

import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.explorer.Handler.Reply;
import io.drsorchestrator.application.explorer.Order.Kind;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Defects of ends (contract, section 8), put back. */
final class EndDefects {

  private EndDefects() {}

  static Vector<Case> all() {
    var dies = scope("w", Kind.DEATH).troubledBy(1, Trouble.DEATH);
    var finalizing = scope("w").troubledBy(1, Trouble.CRASH);
    return Vector.of(
        Case.of(
            "D9",
            Stores.instead(
                "the death of a workflow is not recorded",
                "Endings.fail",
                (scene, real, arguments) ->
                    scene.order().kind() == Kind.UPDATE ? real.call() : WriteOutcome.WRITTEN),
            dies),
        Case.of(
            "D9",
            Stores.alsoWrites(
                "FAILED is stored without endTime", "Endings.fail", item -> item.remove("endTime")),
            dies),
        Case.of(
            "D13",
            without("Completions.complete", "completedWaves")
                .and(LiarMutants.ALL_COMPLETED)
                .as("finalize writes COMPLETED over whatever the waves are"),
            scope("w", Kind.FINALIZE).preempted(0)),
        Case.of(
            "3",
            Mutant.named("a finalization that fails for good is FAILED")
                .flow(step -> isFailed(step, Kind.FINALIZE) ? dead() : step.next())
                .operation(EndDefects::giveUpAnyway),
            finalizing),
        Case.of(
            "FR-5.5",
            Mutant.named("an update finalizes, too").operation(EndDefects::finalizeAtOnce),
            scope("w", Kind.UPDATE)),
        Case.of(
            "D21",
            Mutant.named("a cancelled workflow ends as SUCCEEDED").flow(EndDefects::succeeds),
            scope("w", Kind.ASK_CANCEL)));
  }

  private static boolean isFailed(Mutant.Step step, Kind kind) {
    return step.failed() && step.at().due().kind() == kind;
  }

  private static Flow dead() {
    return Flow.due(Order.of(Kind.GIVE_UP));
  }

  private static Option<Reply> giveUpAnyway(UseCases useCases, Order order) {
    var cause = new FailureCause(FailureCause.WORKFLOW_ENDED, "finalize failed");
    return Option.when(
        order.kind() == Kind.GIVE_UP,
        () -> Reply.of(useCases.update().workflowEnded(World.KEY.executionId(), World.ARN, cause)));
  }

  private static Option<Reply> finalizeAtOnce(UseCases useCases, Order order) {
    var workflow = WorkflowAuthority.ofCaller(World.ARN);
    return Option.when(
        order.kind() == Kind.UPDATE,
        () ->
            Reply.of(
                useCases.finalization().finalizeBy(workflow, World.KEY.executionId()).decision()));
  }

  private static Flow succeeds(Mutant.Step step) {
    return step.next().outcome().equals("CANCELLED")
        ? Flow.ended("SUCCEEDED", "CANCELLED")
        : step.next();
  }
}
