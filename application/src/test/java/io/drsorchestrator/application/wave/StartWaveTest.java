package io.drsorchestrator.application.wave;

import static io.drsorchestrator.application.memory.Workbench.INVOCATION;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.memory.DrsJob;
import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsRefusedException;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryJobs.Launch;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionKey;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchPostponed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveClaimed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveLaunched;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.PendingWave;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StartWaveTest {

  private static final DrsScope HERE = new DrsScope(Workbench.HUB, SampleWaves.REGION);

  private final Workbench bench = new Workbench();

  private ExecutionId byTags() {
    var id = bench.started(1);
    bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-0", SampleWaves.REGION, Option.none(), HashMap.of("tier", "db")));
    return id;
  }

  private static SourceServerId server(String id) {
    return new SourceServerId(id);
  }

  private EndedWave endedWave(ExecutionId id) {
    return (EndedWave) bench.wave(id, 0);
  }

  /** Somebody else recovers the first server of wave 0. */
  private DrsJob somebodysJob() {
    var stranger = new ExecutionKey(new ExecutionId("stranger"), new PlanId("stranger"));
    bench
        .drs()
        .start(
            HERE,
            new Launch(
                stranger,
                WaveNumber.FIRST,
                ExecutionType.DRILL,
                SampleWaves.plan(0).serverIds().take(1)));
    return bench.drs().jobs().last();
  }

  @Test
  void launches_one_job_with_the_servers_of_the_wave() {
    var id = bench.started(2);

    var decision = bench.startWave(id, 0);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(decision.status()).isEqualTo(ExecutionStatus.POLLING);
    var job = bench.jobs(id, 0).single();
    assertThat(job.scope()).isEqualTo(HERE);
    assertThat(job.launch())
        .isEqualTo(
            new Launch(
                bench.read(id).key(),
                WaveNumber.FIRST,
                ExecutionType.DRILL,
                SampleWaves.plan(0).serverIds()));
    assertThat(((RunningWave) bench.wave(id, 0)).jobId()).isEqualTo(job.id());
    assertThat(bench.journal().events(WaveClaimed.class)).hasSize(1);
    assertThat(bench.journal().events(WaveLaunched.class))
        .containsExactly(new WaveLaunched(WaveNumber.FIRST, job.id()));
  }

  @Test
  void repeating_it_launches_nothing_more() {
    var id = bench.started(2);
    bench.startWave(id, 0);
    bench.drs().forgetCalls();

    var again = bench.startWave(id, 0);

    assertThat(again.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(bench.drs().calls()).isEmpty();
    assertThat(bench.jobs(id, 0)).hasSize(1);
  }

  @Test
  void the_next_wave_starts_after_the_one_before_it() {
    var id = bench.started(2);
    bench.completeWave(id, 0);

    bench.startWave(id, 1);

    assertThat(bench.jobs(id, 1)).hasSize(1);
  }

  @Test
  void a_wave_whose_turn_has_not_come_is_handed_back_to_the_execution_machine() {
    var id = bench.started(2);
    bench.startWave(id, 0);

    var decision = bench.startWave(id, 1);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
    assertThat(decision.next().wave()).containsExactly(WaveNumber.FIRST);
    assertThat(bench.jobs(id, 1)).isEmpty();
  }

  @Test
  void a_wave_that_is_over_is_not_started_again() {
    var id = bench.started(2);
    bench.completeWave(id, 0);

    var decision = bench.startWave(id, 0);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
    assertThat(decision.next().wave()).containsExactly(new WaveNumber(1));
    assertThat(bench.jobs(id, 0)).hasSize(1);
  }

  @Test
  void a_wave_behind_a_gate_is_not_started() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.PAUSE);
    assertThat(bench.wave(id, 0)).isInstanceOf(PendingWave.class);
    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void a_wave_behind_a_pause_request_is_not_started() {
    var id = bench.started(2);
    bench.useCases().pause().request(id, requestBy("bob"));

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.PAUSE);
    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void nothing_is_started_once_the_execution_has_ended() {
    var id = bench.started(1);
    bench.useCases().cancel().cancel(id, requestBy("bob"));

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.DONE);
    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void launches_the_servers_that_carry_the_tags_of_the_group() {
    bench.drs().tag(server("s-db"), HashMap.of("tier", "db", "team", "a"));
    bench.drs().tag(server("s-web"), HashMap.of("tier", "web"));
    var id = byTags();

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0).single().launch().serverIds()).containsExactly(server("s-db"));
    assertThat(bench.wave(id, 0).servers().map(Server::id)).containsExactly(server("s-db"));
  }

  /** Tags that change between two attempts must not make two different waves of one. */
  @Test
  void every_attempt_launches_the_servers_that_the_first_one_found() {
    bench.drs().tag(server("s-db"), HashMap.of("tier", "db"));
    bench.drs().limit(0);
    var id = byTags();
    var postponed = bench.startWave(id, 0);
    bench.drs().tag(server("s-new"), HashMap.of("tier", "db"));
    bench.drs().limit(20);
    bench.clock().pass(postponed.next().after());

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0).single().launch().serverIds()).containsExactly(server("s-db"));
  }

  @Test
  void a_wave_whose_tags_match_no_server_fails() {
    var id = byTags();

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(endedWave(id).message().get()).contains("No source server");
    assertThat(bench.drs().calls().get("start")).isEmpty();
    assertThat(bench.journal().events(WaveFailed.class)).hasSize(1);
  }

  @Test
  void a_wave_whose_group_was_deleted_fails() {
    var id = bench.started(1);
    bench.store().deleteGroup("pg-0");

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(endedWave(id).message()).containsExactly("Protection group pg-0 not found");
  }

  @Test
  void waits_while_a_quota_is_full() {
    bench.drs().limit(0);
    var id = bench.started(1);

    var decision = bench.startWave(id, 0);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(decision.next().after()).isEqualTo(ScriptedDrs.QUOTA_WAIT);
    assertThat(bench.wave(id, 0).status()).isEqualTo(WaveStatus.POLLING);
    assertThat(bench.journal().events(LaunchPostponed.class)).hasSize(1);

    bench.drs().limit(20);
    bench.clock().pass(decision.next().after());
    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(bench.jobs(id, 0)).hasSize(1);
  }

  @Test
  void waits_while_somebody_else_recovers_one_of_the_servers() {
    var theirs = somebodysJob();
    var id = bench.started(1);

    var decision = bench.startWave(id, 0);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(decision.next().after()).isEqualTo(Duration.ofMinutes(1));
    assertThat(bench.jobs(id, 0)).isEmpty();

    bench.drs().succeed(theirs.id());
    bench.clock().pass(decision.next().after());
    bench.startWave(id, 0);
    assertThat(bench.jobs(id, 0)).hasSize(1);
  }

  /** The SDK, or a proxy, sent the request twice: the second one meets the first one's job. */
  @Test
  void adopts_its_own_job_when_its_servers_are_busy_with_it() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("RecoveryJobs.start")) {
                var unused = effect.get();
              }
              return effect.get();
            });
    var id = self[0].started(1);

    assertThat(self[0].startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(((RunningWave) self[0].wave(id, 0)).jobId())
        .isEqualTo(self[0].jobs(id, 0).single().id());
  }

  @Test
  void adopts_the_job_whose_answer_was_lost() {
    bench.drs().loseAnswerOf("start");
    var id = bench.started(1);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);

    bench.clock().pass(INVOCATION);
    bench.startWave(id, 0);

    assertThat(((RunningWave) bench.wave(id, 0)).jobId())
        .isEqualTo(bench.jobs(id, 0).single().id());
  }

  /** Clocks differ: DRS dates the job earlier than the claim. */
  @Test
  void adopts_a_job_that_drs_dates_a_little_before_the_claim() {
    Workbench[] self = new Workbench[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("RecoveryJobs.start")) {
                self[0].clock().pass(Duration.ofMinutes(-4));
                var unused = effect.get();
                self[0].clock().pass(Duration.ofMinutes(4));
                throw new AwsUnavailableException("lost", new RuntimeException());
              }
              return effect.get();
            });
    var id = self[0].started(1);
    assertThatThrownBy(() -> self[0].startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);

    self[0].clock().pass(INVOCATION);
    self[0].startWave(id, 0);

    assertThat(self[0].jobs(id, 0)).hasSize(1);
    assertThat(self[0].wave(id, 0)).isInstanceOf(RunningWave.class);
  }

  @Test
  void waits_out_the_lease_of_an_attempt_that_did_not_answer() {
    bench.drs().fail("start");
    var id = bench.started(1);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.drs().recover();
    bench.drs().forgetCalls();
    bench.clock().pass(Duration.ofSeconds(30));

    var decision = bench.startWave(id, 0);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(decision.next().after()).isEqualTo(Duration.ofSeconds(90));
    assertThat(bench.drs().calls()).isEmpty();
  }

  @Test
  void fails_the_wave_when_drs_will_never_launch_it() {
    bench.drs().reject("no such server");
    var id = bench.started(1);

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(endedWave(id).message()).containsExactly("no such server");
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
  }

  @Test
  void fails_the_wave_when_it_could_not_be_launched_before_its_deadline() {
    bench.drs().limit(0);
    var id = bench.started(1);
    bench.startWave(id, 0);
    bench.clock().pass(WavePolicy.DEFAULT.deadline().plusSeconds(1));

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(endedWave(id).message().get()).contains("Not launched within");
  }

  @Test
  void after_its_deadline_it_still_adopts_the_job_whose_answer_was_lost() {
    bench.drs().loseAnswerOf("start");
    var id = bench.started(1);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.clock().pass(WavePolicy.DEFAULT.deadline().plusSeconds(1));

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(((RunningWave) bench.wave(id, 0)).jobId())
        .isEqualTo(bench.jobs(id, 0).single().id());
  }

  @Test
  void claims_nothing_when_the_servers_cannot_be_looked_up() {
    bench.drs().fail("withTags");
    var id = byTags();

    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    assertThat(bench.wave(id, 0)).isInstanceOf(PendingWave.class);
  }

  @Test
  void starts_a_wave_that_a_resume_has_created() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);
    bench.useCases().resume().request(id, requestBy("dora"));
    bench.useCases().resume().resume(bench.workflowOf(id), id);

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(bench.jobs(id, 0)).hasSize(1);
  }

  @Test
  void a_job_of_another_execution_is_never_adopted() {
    var theirs = somebodysJob();
    var id = bench.started(1);
    var decision = bench.startWave(id, 0);
    bench.clock().pass(decision.next().after());
    bench.startWave(id, 0);

    assertThat(bench.wave(id, 0)).isNotInstanceOf(RunningWave.class);
    assertThat(theirs.id()).isEqualTo(new JobId("drsjob-1"));
  }

  /** 9 history events a try: Wait, Task and Choice. */
  @Test
  void a_wave_that_cannot_be_launched_for_a_day_uses_less_than_half_its_history() {
    var id = bench.started(1);
    bench.drs().limit(0);
    var started = bench.clock().instant();
    int tries = 0;
    while (bench.clock().instant().isBefore(started.plus(Duration.ofHours(24)))) {
      bench.clock().pass(bench.startWave(id, 0).next().after());
      tries++;
    }

    assertThat(tries * 9).isLessThan(12_500);
  }

  /** A workbench in which {@code meanwhile} happens once, right after a wave was claimed. */
  private static Workbench afterTheClaim(Consumer<Workbench> meanwhile) {
    Workbench[] self = new Workbench[1];
    boolean[] happened = new boolean[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              var answer = effect.get();
              if (call.equals("WaveClaims.claim") && !happened[0]) {
                happened[0] = true;
                meanwhile.accept(self[0]);
              }
              return answer;
            });
    return self[0];
  }

  private static ExecutionId only(Workbench bench) {
    return bench.journal().entries().head().key().executionId();
  }

  /** It stood still for longer than its lease, and another one has launched the wave. */
  @Test
  void an_invocation_that_wakes_up_after_another_has_launched_launches_nothing() {
    var bench =
        afterTheClaim(
            late -> {
              late.clock().pass(INVOCATION);
              late.startWave(only(late), 0);
            });
    var id = bench.started(1);

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(bench.drs().calls().get("start")).containsExactly(1);
  }

  /** The other one has claimed the wave and waits: the launch is its own (I9). */
  @Test
  void an_invocation_that_wakes_up_after_another_has_claimed_launches_nothing() {
    var bench =
        afterTheClaim(
            late -> {
              late.clock().pass(INVOCATION);
              late.drs().limit(0);
              late.startWave(only(late), 0);
              late.drs().limit(20);
            });
    var id = bench.started(1);

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).isEmpty();
  }

  /** Nobody will launch it any more, so that nobody has to wait for its lease. */
  @Test
  void a_cancel_after_the_claim_is_not_kept_waiting() {
    var bench =
        afterTheClaim(late -> late.useCases().cancel().cancel(only(late), requestBy("carol")));
    var id = bench.started(1);

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).isEmpty();
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.CANCEL);
  }

  /** Two invocations have read the wave as PENDING: the write lets one of them go on. */
  @Test
  void of_two_claims_of_the_same_wave_one_launches() {
    Workbench[] self = new Workbench[1];
    boolean[] nested = new boolean[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("WaveClaims.claim") && !nested[0]) {
                nested[0] = true;
                self[0].startWave(only(self[0]), 0);
              }
              return effect.get();
            });
    var id = self[0].started(1);

    self[0].startWave(id, 0);

    assertThat(self[0].jobs(id, 0)).hasSize(1);
    assertThat(self[0].journal().events(WaveClaimed.class)).hasSize(1);
  }

  @Test
  void a_wave_whose_account_does_not_let_us_in_fails_and_says_so() {
    Workbench closed =
        new Workbench(
            (call, effect) -> {
              if (call.equals("RecoveryServers.withTags")) {
                throw new AwsRefusedException(
                    "the role cannot be assumed", new SecurityException());
              }
              return effect.get();
            });
    var id = closed.started(1);
    closed
        .store()
        .put(
            new ProtectionGroup(
                "pg-0", SampleWaves.REGION, Option.none(), HashMap.of("tier", "db")));

    assertThat(closed.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(((EndedWave) closed.wave(id, 0)).message())
        .containsExactly("The servers cannot be looked up: the role cannot be assumed");
  }
}
