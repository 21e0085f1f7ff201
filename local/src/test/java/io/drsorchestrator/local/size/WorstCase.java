package io.drsorchestrator.local.size;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.contract.Recorded;
import io.drsorchestrator.application.port.ExecutionStore;
import io.drsorchestrator.application.port.NewExecutions.Creation;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.Terminations.TerminateJob;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.CallbackToken;
import io.drsorchestrator.domain.execution.DrillReminder;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.FailureCause;
import io.drsorchestrator.domain.execution.LifecycleEvent.DrillInstancesLive;
import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WaveLaunch;
import io.drsorchestrator.domain.execution.WorkflowArn;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceMachine;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.LaunchAttempt;
import io.drsorchestrator.domain.wave.LaunchTarget;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.local.aws.dynamodb.DynamoDbTestedStore;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.UUID;

/**
 * An execution in which everything is as long as it can be, driven through the real adapter: every
 * text has more characters than are kept, of three bytes each, and operators click all the time.
 */
final class WorstCase {

  private static final Instant LATER = NOON.plusSeconds(3600);
  private static final OperatorRequest REQUEST =
      new OperatorRequest(text(200), Option.some(text(1000)), NOON);
  private static final WorkflowAuthority WORKFLOW =
      WorkflowAuthority.ofCaller(new WorkflowArn("arn:" + "w".repeat(252)));
  private static final CallbackToken TOKEN = new CallbackToken("t".repeat(2048));
  private static final String REGION = "ap-southeast-longest-xx1";
  private static final AccountContext ACCOUNT =
      new AccountContext(
          "111122223333", Option.some("r".repeat(64)), Option.some("e".repeat(1224)), false);

  private final DynamoDbTestedStore tested;
  private final ExecutionStore store;
  private final Recorded recorded;
  private int largest;

  private WorstCase(DynamoDbTestedStore tested, ExecutionKey key) {
    this.tested = tested;
    this.store = tested.ports();
    this.recorded = new Recorded(store, key);
  }

  static String text(int length) {
    return "危".repeat(length);
  }

  /** Created, with so many waves of so many servers. */
  static WorstCase of(DynamoDbTestedStore tested, Vector<Integer> waves) {
    var key = new ExecutionKey(new ExecutionId(id()), new PlanId(id()));
    var execution = new WorstCase(tested, key);
    execution.create(Vector.range(0, waves.size()).map(n -> plan(n, waves.get(n))));
    return execution;
  }

  private static String id() {
    return (UUID.randomUUID() + "-" + "x".repeat(80)).substring(0, 80);
  }

  private static WavePlan plan(int number, int servers) {
    return new WavePlan(
        new WaveNumber(number),
        LargestPlans.waveName(number),
        Option.some(LargestPlans.GROUP),
        Vector.range(0, servers)
            .map(n -> new SourceServerId("s-%017x".formatted(n + number * 100))),
        false);
  }

  private void create(Vector<WavePlan> plan) {
    var key = recorded.key();
    var details =
        new ExecutionDetails(
            key, LargestPlans.NAME, ExecutionType.RECOVERY, text(200), NOON, ACCOUNT);
    var lock = store.locks().acquire(key.planId(), key.executionId(), NOON).get();
    var pending = PendingExecution.create(details, plan).next();
    var start = new NewExecution(pending, REQUEST, lock, store.starts().read());
    assertThat(store.newExecutions().create(start)).isEqualTo(Creation.CREATED);
    written(store.newExecutions().adopt(key, WORKFLOW.workflow()));
  }

  private void written(WriteOutcome outcome) {
    assertThat(outcome).isEqualTo(WriteOutcome.WRITTEN);
    largest = Math.max(largest, size());
  }

  /** The item as it is stored now. */
  int size() {
    return ItemBytes.of(LargestPlans.item(tested, recorded.key()));
  }

  /** The largest that the item has been. */
  int largest() {
    return largest;
  }

  Recorded recorded() {
    return recorded;
  }

  WorstCase pauseAndResume() {
    written(store.gates().requestPause(recorded.startable().requestPause(REQUEST).get()));
    written(store.gates().pause(recorded.active().pause(WORKFLOW, TOKEN, NOON).get()));
    written(store.gates().requestResume(recorded.active().requestResume(REQUEST).get()));
    written(store.gates().resume(recorded.active().resume(WORKFLOW, NOON).get()));
    return this;
  }

  WorstCase pause() {
    written(store.gates().requestPause(recorded.startable().requestPause(REQUEST).get()));
    written(store.gates().pause(recorded.active().pause(WORKFLOW, TOKEN, NOON).get()));
    return this;
  }

  WorstCase launch() {
    var wave = recorded.wave();
    var attempt = new LaunchAttempt(UUID.randomUUID().toString(), NOON, LATER);
    var target = new LaunchTarget(REGION, wave.plan().serverIds());
    var claimed = recorded.active().claimWave(wave.number(), target, attempt).get();
    written(store.claims().claim(claimed, wave.number()));
    var key = recorded.key();
    written(store.claims().warn(key, wave.number(), attempt, Option.some(text(1000))));
    var job = new JobId("drsjob-" + "%017x".formatted(wave.number().value()));
    var launch = WaveLaunch.of(key, recorded.claimed(), job).get();
    written(store.claims().recordLaunch(launch));
    return this;
  }

  /** DRS has lost the job for a moment, then it works, then it is over. */
  WorstCase run(LaunchStatus end) {
    look(new JobObservation(Option.none(), HashMap.empty(), Vector.of(text(1000))));
    look("AN_UNKNOWN_STATUS_THAT_IS_LONG", new LaunchStatus("AN_UNKNOWN_STATUS_THAT_IS_LONG"));
    look("COMPLETED", end);
    return this;
  }

  private void look(String job, LaunchStatus status) {
    var servers = recorded.running().servers();
    var seen = servers.toMap(server -> server.id(), server -> server(status));
    var state = new JobState(job, Option.some(NOON), Option.some(LATER));
    look(new JobObservation(Option.some(state), seen, Vector.of(text(1000))));
  }

  private void look(JobObservation seen) {
    var polling = recorded.polling();
    var progress = polling.observe(recorded.running(), seen, LATER, POLICY);
    written(store.records().record(progress, LATER));
  }

  private static ServerObservation server(LaunchStatus status) {
    return new ServerObservation(
        status,
        Option.some("i-" + "0".repeat(30)),
        new SourceMachine(
            Option.some(text(256)), Option.some("f".repeat(64)), Option.some("i".repeat(256))),
        new RecoveryInstance(
            Option.some("f".repeat(64)),
            Option.some(text(256)),
            Option.some("x".repeat(64)),
            Option.some("x".repeat(64)),
            Option.some(NOON)),
        Option.when(status.isFailed(), text(1000)));
  }

  WorstCase cancel() {
    written(store.endings().requestCancel(recorded.active().requestCancel(REQUEST).get()));
    return this;
  }

  WorstCase finishCancel() {
    written(store.endings().finishCancel(recorded.active().finishCancel(NOON).get()));
    return this;
  }

  WorstCase fail() {
    var cause = new FailureCause("c".repeat(200), text(2000));
    written(store.endings().fail(recorded.active().workflowDied(cause, NOON).get()));
    return this;
  }

  WorstCase complete() {
    written(store.completions().complete(recorded.polling().finalizeBy(WORKFLOW, NOON).get()));
    return this;
  }

  private void remind() {
    var reminder = DrillReminder.NONE.reminded(NOON);
    var live = new DrillInstancesLive(reminder, "", Option.none(), Option.none(), Vector.empty());
    written(store.drills().record(recorded.key(), live));
  }

  WorstCase terminate() {
    var terminations = store.terminations();
    var key = recorded.key();
    remind();
    written(terminations.request(key, REQUEST));
    for (int n = 0; n < 40; n++) {
      var job = new TerminateJob(new JobId("drsjob-%017x".formatted(n)), REGION, 100);
      written(terminations.recordJob(key, job, NOON));
    }
    written(terminations.recordTerminated(key, 40, NOON));
    return this;
  }
}
