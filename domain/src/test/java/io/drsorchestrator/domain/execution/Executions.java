package io.drsorchestrator.domain.execution;

import static io.drsorchestrator.domain.Moments.NOON;

import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.Waves;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * Executions in each state, built without any transition. Unless said otherwise: one wave of two
 * servers, no gate, nothing started, {@link #WORKFLOW} on record.
 *
 * @param current the state of the wave after the completed ones
 */
public record Executions(
    Vector<WavePlan> plan,
    int completedWaves,
    Function<WavePlan, Wave> current,
    Option<OperatorRequest> request,
    Option<WorkflowArn> workflow) {

  public static final ExecutionKey KEY =
      new ExecutionKey(new ExecutionId("execution-1"), new PlanId("plan-1"));
  public static final WorkflowArn WORKFLOW_ARN =
      new WorkflowArn("arn:aws:states:eu-west-1:111122223333:execution:drs:execution-1");
  public static final WorkflowAuthority WORKFLOW = WorkflowAuthority.ofCaller(WORKFLOW_ARN);
  public static final WorkflowArn STRANGER_ARN =
      new WorkflowArn("arn:aws:states:eu-west-1:111122223333:execution:drs:another");
  public static final WorkflowAuthority STRANGER = WorkflowAuthority.ofCaller(STRANGER_ARN);
  public static final CallbackToken TOKEN = new CallbackToken("token-1");
  public static final FailureCause WORKFLOW_DIED =
      new FailureCause(FailureCause.WORKFLOW_ENDED, "The workflow was aborted");
  public static final Revision REVISION = new Revision(7);

  public static Executions execution() {
    return new Executions(
        Vector.of(SampleWaves.plan(0)),
        0,
        PendingWave::new,
        Option.none(),
        Option.some(WORKFLOW_ARN));
  }

  public static ExecutionDetails details() {
    return new ExecutionDetails(
        KEY, "Plan 1", ExecutionType.DRILL, "alice", NOON, AccountContext.current("111122223333"));
  }

  /** As it is read back once the launch of its claimed wave is on record. */
  public static PollingExecution launched(PollingExecution execution, WaveNumber wave) {
    var claimed = (ClaimedWave) execution.waves().all().get(wave.value());
    var job = SampleWaves.jobOf(claimed.plan());
    var running = WaveLaunch.of(execution.key(), claimed, job).get().wave();
    var facts = execution.facts();
    return new PollingExecution(
        new ExecutionFacts(
            facts.details(), facts.workflow(), facts.waves().with(running), facts.revision()),
        execution.pauseRequest());
  }

  /** What {@code operator} asked for at noon. */
  public static OperatorRequest requestBy(String operator) {
    return new OperatorRequest(operator, Option.some("because"), NOON);
  }

  public Executions withWaves(int waves) {
    return withPlan(Vector.range(0, waves).map(SampleWaves::plan));
  }

  public Executions withPlan(Vector<WavePlan> waves) {
    return new Executions(waves, completedWaves, current, request, workflow);
  }

  public Executions withGateBefore(int wave) {
    return withPlan(plan.update(wave, SampleWaves::gated));
  }

  public Executions withCompletedWaves(int waves) {
    return new Executions(plan, waves, current, request, workflow);
  }

  public Executions withClaimedWave() {
    return withCurrent(SampleWaves::claimed);
  }

  public Executions withResumedWave() {
    return withCurrent(SampleWaves::resumed);
  }

  public Executions withRunningWave() {
    return withCurrent(SampleWaves::running);
  }

  public Executions withFailedWave() {
    return withCurrent(SampleWaves::failed);
  }

  public Executions withCurrent(Function<WavePlan, Wave> wave) {
    return new Executions(plan, completedWaves, wave, request, workflow);
  }

  /** An operator's request to pause, or to resume where it is paused. */
  public Executions withRequest() {
    return new Executions(plan, completedWaves, current, Option.some(requestBy("bob")), workflow);
  }

  public Executions withoutWorkflow() {
    return new Executions(plan, completedWaves, current, request, Option.none());
  }

  public PendingExecution pending() {
    return new PendingExecution(facts(), request);
  }

  public PollingExecution polling() {
    return new PollingExecution(facts(), request);
  }

  public PausedExecution paused() {
    return new PausedExecution(
        facts(), new WaveNumber(completedWaves), TOKEN, request, GateWait.from(NOON));
  }

  public CancellingExecution cancelling() {
    return new CancellingExecution(stopped(), requestBy("carol"));
  }

  public CompletedExecution completed() {
    return new CompletedExecution(withCompletedWaves(plan.size()).facts(), NOON.plusSeconds(3600));
  }

  public FailedExecution failed() {
    return new FailedExecution(stopped(), WORKFLOW_DIED, NOON.plusSeconds(3600));
  }

  public CancelledExecution cancelled() {
    return new CancelledExecution(stopped(), requestBy("carol"), NOON.plusSeconds(3600));
  }

  public ExecutionFacts facts() {
    return factsOf(plan.map(this::wave));
  }

  private Wave wave(WavePlan wave) {
    var number = wave.number().value();
    if (number < completedWaves) {
      return SampleWaves.completed(wave);
    }
    return number == completedWaves ? current.apply(wave) : new PendingWave(wave);
  }

  private ExecutionFacts stopped() {
    return factsOf(
        facts()
            .waves()
            .all()
            .map(wave -> wave instanceof PendingWave pending ? pending.cancel(NOON) : wave));
  }

  private ExecutionFacts factsOf(Vector<Wave> waves) {
    return new ExecutionFacts(details(), workflow, new Waves(waves), REVISION);
  }
}
