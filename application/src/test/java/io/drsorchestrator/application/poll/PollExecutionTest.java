package io.drsorchestrator.application.poll;

import static io.drsorchestrator.application.memory.Workbench.INVOCATION;
import static io.drsorchestrator.domain.execution.Executions.TOKEN;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.memory.ScriptedDrs;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.PollCalls;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveCompleted;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveFailed;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WavePolicy;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.Tuple2;
import io.vavr.Tuple3;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollExecutionTest {

  private final Workbench bench = new Workbench();

  private ExecutionId launched(int waves) {
    var id = bench.started(waves);
    bench.startWave(id, 0);
    bench.drs().forgetCalls();
    return id;
  }

  private JobId job(ExecutionId id) {
    return bench.jobs(id, 0).single().id();
  }

  private Server server(ExecutionId id, int number) {
    return bench.wave(id, 0).servers().get(number);
  }

  /** Nobody is asked, and nothing is written. */
  private Decision pollsNothing(ExecutionId id) {
    bench.drs().forgetCalls();
    var before = bench.store().snapshot();
    var decision = bench.poll(id);
    assertThat(bench.drs().calls()).isEmpty();
    assertThat(bench.store().snapshot()).isEqualTo(before);
    return decision;
  }

  @Test
  void records_how_far_the_servers_are() {
    var id = launched(1);
    bench.drs().progress(job(id), SampleServers.serverId(0, 1), LaunchStatus.IN_PROGRESS);

    var decision = bench.poll(id);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(server(id, 0).launchStatus()).isEqualTo(LaunchStatus.PENDING);
    assertThat(server(id, 1).launchStatus()).isEqualTo(LaunchStatus.IN_PROGRESS);
    assertThat(server(id, 1).name()).isEqualTo("name-of-s-0-1");
  }

  @Test
  void records_what_ec2_knows_of_a_server_that_came_up() {
    var id = launched(1);
    var launched = SampleServers.serverId(0, 0);
    bench.drs().progress(job(id), launched, LaunchStatus.LAUNCHED);

    bench.poll(id);

    assertThat(server(id, 0).instanceId()).containsExactly(ScriptedDrs.instanceIdOf(launched));
    assertThat(server(id, 0).instance().privateIp()).containsExactly("10.0.0.1");
    assertThat(server(id, 0).launchTime()).containsExactly(bench.clock().instant());
  }

  @Test
  void completes_a_wave_and_not_the_execution() {
    var id = launched(2);
    bench.drs().succeed(job(id));

    var decision = bench.poll(id);

    assertThat(decision.status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
    assertThat(decision.completedWaves()).isEqualTo(1);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
  }

  /** AC-3.3: even after the last wave the workflow finalizes, and no poll does. */
  @Test
  void the_last_wave_leaves_the_execution_to_be_finalized() {
    var id = launched(1);
    bench.drs().succeed(job(id));

    for (int i = 0; i < 3; i++) {
      assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FINALIZE);
      assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
    }
  }

  /** DRS calls the job COMPLETED all the same. */
  @Test
  void fails_a_wave_whose_servers_did_not_come_up_and_not_the_execution() {
    var id = launched(2);
    bench.drs().fail(job(id));

    var decision = bench.poll(id);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.POLLING);
    assertThat(((EndedWave) bench.wave(id, 0)).message().get()).contains("no capacity");
    assertThat(bench.journal().events(WaveFailed.class)).hasSize(1);
  }

  @Test
  void tells_of_a_completed_wave_once() {
    var id = launched(2);
    bench.drs().succeed(job(id));

    bench.poll(id);
    bench.poll(id);

    assertThat(bench.journal().events(WaveCompleted.class)).hasSize(1);
  }

  @Test
  void asks_nobody_before_the_first_wave() {
    assertThat(pollsNothing(bench.started(1)).next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
  }

  @Test
  void asks_nobody_between_waves() {
    var id = bench.started(2);
    bench.completeWave(id, 0);

    assertThat(pollsNothing(id).next().kind()).isEqualTo(NextStep.Kind.RUN_WAVE);
  }

  @Test
  void asks_nobody_at_a_gate() {
    var id = bench.started(Vector.of(SampleWaves.gated(SampleWaves.plan(0))));
    bench.useCases().pause().pause(bench.workflowOf(id), id, TOKEN);

    assertThat(pollsNothing(id).next().kind()).isEqualTo(NextStep.Kind.PAUSE);
  }

  @Test
  void asks_nobody_after_the_end() {
    var id = launched(1);
    bench.drs().succeed(job(id));
    bench.poll(id);
    bench.useCases().finalization().finalizeBy(bench.workflowOf(id), id);

    assertThat(pollsNothing(id).next().kind()).isEqualTo(NextStep.Kind.DONE);
  }

  @Test
  void asks_nobody_about_a_wave_that_is_only_claimed() {
    bench.drs().limit(0);
    var id = launched(1);

    assertThat(pollsNothing(id).next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
  }

  /** It says so and changes nothing that is known, so that nothing is decided by it either. */
  @Test
  void says_that_drs_does_not_tell_about_the_job_and_waits() {
    var id = launched(1);
    bench.drs().succeed(job(id));
    bench.drs().fail("describe");
    var before = (RunningWave) bench.wave(id, 0);

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(bench.wave(id, 0).servers()).isEqualTo(before.servers());
    assertThat(warning(id)).contains("does not tell about job " + job(id), "describe is throttled");

    bench.drs().recover();
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FINALIZE);
    assertThat(warning(id)).isEmpty();
  }

  /** A role that has lost its rights must not keep a wave for ever. */
  @Test
  void fails_a_wave_at_its_deadline_although_drs_does_not_tell_about_the_job() {
    var id = launched(1);
    bench.drs().fail("describe");
    bench.clock().pass(WavePolicy.DEFAULT.deadline().plusSeconds(1));

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FAIL);
  }

  /** Nothing of the poll is on record then, which is the caller's to repeat. */
  @Test
  void a_store_that_cannot_be_written_is_a_fault() {
    boolean[] down = new boolean[1];
    var failing =
        new Workbench(
            (call, effect) -> {
              if (down[0] && call.equals("WaveRecords.record")) {
                throw new AwsUnavailableException("UpdateItem", new RuntimeException());
              }
              return effect.get();
            });
    var id = failing.started(1);
    failing.startWave(id, 0);
    down[0] = true;

    assertThatThrownBy(() -> failing.poll(id)).isInstanceOf(AwsUnavailableException.class);
  }

  private String warning(ExecutionId id) {
    return bench.storedWave(id, 0, "pollWarning").getOrElse("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sources", "instances", "recovered", "failureReasons"})
  void completes_a_wave_although_enrichment_fails(String operation) {
    var id = launched(1);
    bench.drs().succeed(job(id));
    bench.drs().fail(operation);

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FINALIZE);
    assertThat(warning(id).isEmpty()).isEqualTo(operation.equals("failureReasons"));
  }

  @Test
  void what_drs_tells_of_an_instance_fills_the_gaps_that_ec2_leaves() {
    var id = launched(1);
    var launched = SampleServers.serverId(0, 0);
    bench.drs().progress(job(id), launched, LaunchStatus.LAUNCHED);
    bench.drs().fail("instances");
    bench.poll(id);
    assertThat(server(id, 0).instance().privateIp()).containsExactly("10.0.0.1");
    assertThat(server(id, 0).instance().hostname()).containsExactly("agent-on-s-0-0");
    assertThat(warning(id)).startsWith("No instance details (instances is throttled");

    bench.drs().recover();
    bench.poll(id);
    assertThat(server(id, 0).instance().hostname()).containsExactly("host-of-i-of-s-0-0");
    assertThat(warning(id)).isEmpty();

    bench.drs().fail("instances");
    bench.poll(id);
    assertThat(server(id, 0).instance().hostname()).containsExactly("host-of-i-of-s-0-0");
  }

  @Test
  void a_word_of_drs_that_nobody_knows_decides_nothing_and_is_told() {
    var id = launched(1);
    bench.drs().succeed(job(id));
    bench.drs().progress(job(id), SampleServers.serverId(0, 1), new LaunchStatus("HOVERING"));

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(warning(id)).isEqualTo("DRS gives unknown launch statuses: s-0-1 HOVERING");
  }

  @Test
  void fails_a_wave_although_its_log_cannot_be_read() {
    var id = launched(1);
    bench.drs().fail(job(id));
    bench.drs().fail("failureReasons");

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FAIL);
  }

  /** I11: what is known stays known when EC2 does not answer. */
  @Test
  void keeps_what_is_known_when_enrichment_fails() {
    var id = launched(1);
    bench.drs().progress(job(id), SampleServers.serverId(0, 0), LaunchStatus.LAUNCHED);
    bench.poll(id);
    var known = server(id, 0);

    bench.drs().fail("sources", "instances", "recovered");
    bench.clock().pass(Duration.ofMinutes(1));
    bench.poll(id);

    assertThat(server(id, 0)).isEqualTo(known);
  }

  /** NFR-2: one call of each kind a poll, and none with an empty list of ids. */
  @Test
  void asks_once_of_each_kind_for_a_hundred_servers() {
    var id = bench.started(Vector.of(SampleWaves.plan(0, 100)));
    bench.startWave(id, 0);
    bench.drs().forgetCalls();

    bench.poll(id);
    assertThat(bench.drs().calls().toJavaMap()).containsOnlyKeys("describe", "sources");

    bench.drs().forgetCalls();
    bench.drs().progress(job(id), SampleServers.serverId(0, 7), LaunchStatus.LAUNCHED);
    bench.drs().progress(job(id), SampleServers.serverId(0, 8), LaunchStatus.LAUNCHED);
    bench.drs().progress(job(id), SampleServers.serverId(0, 9), LaunchStatus.FAILED);
    bench.poll(id);

    assertThat(bench.drs().calls().toJavaMap())
        .containsOnlyKeys("describe", "recovered", "instances", "failureReasons");
    assertThat(bench.drs().calls().values()).containsOnly(1);

    bench.drs().forgetCalls();
    bench.poll(id);
    assertThat(bench.drs().calls().toJavaMap())
        .containsOnlyKeys("describe", "recovered", "instances");
  }

  @Test
  void fails_a_wave_whose_job_drs_has_forgotten_for_long() {
    var id = launched(1);
    bench.drs().forget(job(id));

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(warning(id)).isEqualTo("DRS does not know job drsjob-1");
    bench.clock().pass(WavePolicy.DEFAULT.disappearance().plusSeconds(1));
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FAIL);
  }

  @Test
  void fails_a_wave_at_its_deadline() {
    var id = launched(1);
    bench.clock().pass(WavePolicy.DEFAULT.deadline().plusSeconds(1));

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.FAIL);
  }

  /** A slow poller saw the job before it ended, and is overtaken by one that saw the end. */
  @Test
  void a_poller_that_was_overtaken_reads_again_and_agrees() {
    Workbench[] self = new Workbench[1];
    boolean[] overtaken = new boolean[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              var answer = effect.get();
              if (call.equals("RecoveryJobs.describe") && !overtaken[0]) {
                overtaken[0] = true;
                self[0].drs().jobs().forEach(job -> self[0].drs().succeed(job.id()));
                self[0].poll(self[0].journal().entries().head().key().executionId());
              }
              return answer;
            });
    var id = self[0].started(1);
    self[0].startWave(id, 0);

    assertThat(self[0].poll(id).next().kind()).isEqualTo(NextStep.Kind.FINALIZE);
    assertThat(overtaken[0]).isTrue();
    assertThat(self[0].journal().events(WaveCompleted.class)).hasSize(1);
  }

  @Test
  void polls_the_running_wave_of_a_cancelled_execution_to_its_end() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);

    bench.drs().succeed(job(id));

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.CANCEL);
    assertThat(bench.read(id).status()).isEqualTo(ExecutionStatus.CANCELLING);
  }

  @Test
  void a_claim_is_waited_for_while_its_attempt_may_still_launch() {
    bench.drs().fail("start");
    var id = bench.started(2);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    var decision = pollsNothing(id);

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(decision.next().after()).isGreaterThanOrEqualTo(INVOCATION);
  }

  @Test
  void a_claim_without_a_job_is_given_up_after_a_cancel() {
    bench.drs().fail("start");
    var id = bench.started(2);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().recover();
    bench.clock().pass(INVOCATION);

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.CANCEL);
    assertThat(bench.read(id).waveStatuses()).containsOnly(WaveStatus.CANCELLED);
  }

  @Test
  void a_claim_is_not_given_up_while_drs_does_not_tell_whether_there_is_a_job() {
    bench.drs().loseAnswerOf("start");
    var id = bench.started(2);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.clock().pass(INVOCATION);
    bench.drs().fail("findLaunched");

    assertThatThrownBy(() -> bench.poll(id)).isInstanceOf(AwsUnavailableException.class);
    assertThat(bench.wave(id, 0).status()).isEqualTo(WaveStatus.POLLING);
  }

  /** The job was launched, its answer lost, and then came the cancel. */
  @Test
  void the_job_of_a_claim_is_adopted_after_a_cancel() {
    bench.drs().loseAnswerOf("start");
    var id = bench.started(2);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(AwsUnavailableException.class);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.clock().pass(INVOCATION);

    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(((RunningWave) bench.wave(id, 0)).jobId()).isEqualTo(job(id));

    bench.drs().succeed(job(id));
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.CANCEL);
  }

  /** Clocks differ: DRS dates the job earlier than the claim. */
  @Test
  void a_job_that_drs_dates_a_little_before_the_claim_is_adopted_after_a_cancel() {
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
    self[0].useCases().cancel().cancel(id, requestBy("carol"));
    self[0].clock().pass(INVOCATION);

    assertThat(self[0].poll(id).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(self[0].wave(id, 0)).isInstanceOf(RunningWave.class);
  }

  @Test
  void asks_nobody_about_a_cancellation_whose_wave_has_ended() {
    var id = launched(2);
    bench.useCases().cancel().cancel(id, requestBy("carol"));
    bench.drs().succeed(job(id));
    bench.poll(id);

    assertThat(pollsNothing(id).next().kind()).isEqualTo(NextStep.Kind.CANCEL);
  }

  /** The metrics of polls count it, while the wave goes on. */
  @Test
  void tells_whoever_watches_polls_what_one_had_to_do_without() {
    var id = launched(1);
    var watched = new ArrayList<String>();
    var polls = bench.pollsThrough(new Watched(watched));

    polls.poll(id);
    assertThat(watched).isEmpty();

    bench.drs().fail("describe");
    polls.poll(id);
    assertThat(watched).singleElement().asString().contains("does not tell about job " + job(id));
  }

  /** Calls one after another, of which the warnings are kept. */
  private record Watched(List<String> warnings, PollCalls calls) implements PollCalls {

    Watched(List<String> warnings) {
      this(warnings, new OneAfterAnother());
    }

    @Override
    public <T> T during(ExecutionId id, Supplier<T> poll) {
      return calls.during(id, poll);
    }

    @Override
    public void degraded(String warning) {
      warnings.add(warning);
    }

    @Override
    public <A, B> Tuple2<A, B> both(Supplier<A> first, Supplier<B> second) {
      return calls.both(first, second);
    }

    @Override
    public <A, B, C> Tuple3<A, B, C> all(Supplier<A> a, Supplier<B> b, Supplier<C> c) {
      return calls.all(a, b, c);
    }
  }
}
