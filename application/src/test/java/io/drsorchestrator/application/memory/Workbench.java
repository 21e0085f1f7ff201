package io.drsorchestrator.application.memory;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.Settings;
import io.drsorchestrator.application.UseCases;
import io.drsorchestrator.application.create.StartPlan;
import io.drsorchestrator.application.memory.WatchedPorts.Watcher;
import io.drsorchestrator.application.notification.NotifyingJournal;
import io.drsorchestrator.application.notification.OperatorAccess;
import io.drsorchestrator.application.port.Aws;
import io.drsorchestrator.application.port.LifecycleJournal;
import io.drsorchestrator.application.port.NewExecutions.NewExecution;
import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.application.wave.StartWaveCommand;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionDetails;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PendingExecution;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.execution.WorkflowAuthority;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The use cases on doubles of every port; it is noon, and plans can be started. */
public final class Workbench {

  /** How long an invocation that starts a wave may take, and so the lease of its claim. */
  public static final Duration INVOCATION = Duration.ofMinutes(2);

  public static final AccountContext HUB = AccountContext.current("111122223333");

  private final SettableClock clock = new SettableClock(NOON);
  private final InMemoryStore store = new InMemoryStore();
  private final ScriptedDrs drs = new ScriptedDrs(clock);
  private final ScriptedInstances instances = new ScriptedInstances(drs);
  private final MemoryLaunchConfigurations configurations = new MemoryLaunchConfigurations();
  private final ScriptedAdmission admission = new ScriptedAdmission(drs);
  private final RecordedWorkflows workflows = new RecordedWorkflows();
  private final RecordingJournal journal = new RecordingJournal();
  private final RecordedNotifications notifications = new RecordedNotifications();
  private final LifecycleJournal told =
      new NotifyingJournal(
          journal, notifications, new OperatorAccess("https://api/test", "the-function"));
  private final AtomicInteger ids = new AtomicInteger();
  private final UseCases useCases;

  public Workbench() {
    this((call, effect) -> effect.get());
  }

  /** Every call of a use case to a port passes {@code watcher}. */
  public Workbench(Watcher watcher) {
    var ports = new WatchedPorts(watcher);
    useCases =
        UseCases.of(
            ports.watch(store.ports()),
            ports.watch(new Aws(drs, drs, admission, configurations, instances, workflows)),
            told,
            new Settings(clock, () -> "id-" + ids.incrementAndGet(), HUB, WavePolicy.DEFAULT));
  }

  public SettableClock clock() {
    return clock;
  }

  public InMemoryStore store() {
    return store;
  }

  public ScriptedDrs drs() {
    return drs;
  }

  public ScriptedInstances instances() {
    return instances;
  }

  public MemoryLaunchConfigurations configurations() {
    return configurations;
  }

  public ScriptedAdmission admission() {
    return admission;
  }

  public RecordedWorkflows workflows() {
    return workflows;
  }

  public RecordingJournal journal() {
    return journal;
  }

  public RecordedNotifications notifications() {
    return notifications;
  }

  public UseCases useCases() {
    return useCases;
  }

  /** Saves a plan of these waves, and their groups, whose servers are named by id. */
  public PlanId save(Vector<WavePlan> waves) {
    var plan = new PlanId("plan-" + ids.incrementAndGet());
    store.put(new RecoveryPlan(plan, "Plan", waves));
    waves
        .flatMap(WavePlan::protectionGroupId)
        .forEach(
            group ->
                store.put(
                    new ProtectionGroup(
                        group, SampleWaves.REGION, Option.none(), HashMap.empty())));
    return plan;
  }

  /** The command to start a plan as a drill. */
  public static StartPlan start(PlanId plan) {
    return start(Option.none(), plan, ExecutionType.DRILL);
  }

  public static StartPlan start(Option<ExecutionId> id, PlanId plan, ExecutionType type) {
    return new StartPlan(id, plan, type, "alice", requestBy("alice"), Option.none());
  }

  /** A new execution of that many waves, of two servers each; its workflow is started. */
  public ExecutionId started(int waves) {
    return started(Vector.range(0, waves).map(SampleWaves::plan));
  }

  /** Whatever else runs with the same servers: it is on record already. */
  public ExecutionId started(Vector<WavePlan> waves) {
    var plan = save(waves);
    var key = new ExecutionKey(new ExecutionId("id-" + ids.incrementAndGet()), plan);
    var created = PendingExecution.create(detailsOf(key), waves);
    var ports = store.ports();
    var lock = ports.locks().acquire(key.planId(), key.executionId(), clock.instant()).get();
    var start = new NewExecution(created.next(), requestBy("alice"), lock, ports.starts().read());
    var unused = ports.newExecutions().create(start);
    told.record(Occurrence.of(created));
    return useCases
        .startWorkflow()
        .startIfMissing(key.executionId())
        .decision()
        .key()
        .executionId();
  }

  private ExecutionDetails detailsOf(ExecutionKey key) {
    return new ExecutionDetails(key, "Plan", ExecutionType.DRILL, "alice", clock.instant(), HUB);
  }

  public Execution read(ExecutionId id) {
    return store.ports().executions().find(id).get();
  }

  public ActiveExecution active(ExecutionId id) {
    return (ActiveExecution) read(id);
  }

  public Wave wave(ExecutionId id, int number) {
    return active(id).waves().all().get(number);
  }

  /** A text that is stored of a wave, whatever has or has not ended. */
  public Option<String> storedWave(ExecutionId id, int number, String attribute) {
    return Option.of(store.ports().documents().document(id).get().get("waves"))
        .map(waves -> (java.util.Map<?, ?>) ((java.util.List<?>) waves).get(number))
        .flatMap(wave -> Option.of(wave.get(attribute)))
        .map(String::valueOf);
  }

  /** The authority of the workflow that drives the execution. */
  public WorkflowAuthority workflowOf(ExecutionId id) {
    return WorkflowAuthority.ofCaller(RecordedWorkflows.arnOf(read(id).key()));
  }

  public Decision startWave(ExecutionId id, int wave) {
    var ends = clock.instant().plus(INVOCATION);
    return useCases.startWave().start(new StartWaveCommand(id, new WaveNumber(wave), ends));
  }

  public Decision poll(ExecutionId id) {
    return useCases.poll().poll(id);
  }

  /** The jobs that DRS has ever started for a wave. */
  public Vector<DrsJob> jobs(ExecutionId id, int wave) {
    return drs.jobsOf(read(id).key(), new WaveNumber(wave));
  }

  /** Starts a wave, lets its servers come up and polls until it is seen. */
  public Decision completeWave(ExecutionId id, int wave) {
    startWave(id, wave);
    drs.succeed(jobs(id, wave).last().id());
    return poll(id);
  }

  /** Does what the workflow does from {@code decision} on; every job succeeds. */
  public Execution run(ExecutionId id, Decision decision) {
    var next = decision;
    for (int step = 0; step < 50 && !read(id).status().isTerminal(); step++) {
      clock.pass(next.next().after());
      drs.jobs().filter(DrsJob::isActive).forEach(job -> drs.succeed(job.id()));
      next = step(id, next);
    }
    return read(id);
  }

  private Decision step(ExecutionId id, Decision decision) {
    return switch (decision.next().kind()) {
      case RUN_WAVE, START_WAVE -> startWave(id, decision.next().wave().get().value());
      case AWAIT_WAVE -> poll(id);
      case FINALIZE -> useCases.finalization().finalizeBy(workflowOf(id), id).decision();
      case FAIL, CANCEL, DONE -> useCases.update().update(id);
      case PAUSE -> throw new IllegalStateException("nobody is there to resume " + id);
    };
  }
}
