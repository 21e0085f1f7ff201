package io.drsorchestrator.application.wave;

import static io.drsorchestrator.application.memory.Workbench.INVOCATION;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.application.Decision;
import io.drsorchestrator.application.memory.DrsJob;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.WriteOutcome;
import io.drsorchestrator.application.wave.Interruption.Crash;
import io.drsorchestrator.application.wave.Interruption.Moment;
import io.drsorchestrator.application.wave.Interruption.Point;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveClaimed;
import io.drsorchestrator.domain.execution.LifecycleEvent.WaveLaunched;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.ClaimedWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WaveStatus;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exactly one DRS job per wave, wherever the start of the wave is interrupted: by a crash, a lost
 * answer, another invocation or a cancel, before and after every call to a port (design, 7). The
 * points are taken from the calls that are really made.
 */
class StartWaveCrashTest {

  private final Interruption interruption = new Interruption();
  private final Workbench bench = new Workbench(interruption);

  /** Where a wave stands when it is started. */
  enum Scenario {
    /** Nobody has tried before. */
    FIRST_START(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {}
    },
    /** The servers are found by their tags. */
    BY_TAGS(
        "Executions.find",
        "ProtectionGroups.find",
        "RecoveryServers.withTags",
        "WaveClaims.claim",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        var tags = HashMap.of("tier", "db");
        test.bench.drs().tag(new SourceServerId("s-db"), tags);
        test.bench
            .store()
            .put(new ProtectionGroup("pg-0", SampleWaves.REGION, Option.none(), tags));
      }
    },
    /** The group has launch settings, which are given to each of the two servers. */
    WITH_SETTINGS(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "LaunchConfigurations.ensure",
        "LaunchConfigurations.ensure",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        test.bench.store().put(LaunchPreparationTest.group(LaunchPreparationTest.LARGE));
      }
    },
    /** They cannot be given to one of them. */
    WITH_A_WARNING(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "LaunchConfigurations.ensure",
        "LaunchConfigurations.ensure",
        "WaveClaims.warn",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        WITH_SETTINGS.prepare(test, id);
        test.bench.configurations().refuse(SampleWaves.plan(0).serverIds().head(), "no such type");
      }
    },
    /** An earlier attempt died while it gave them. */
    SETTINGS_ONCE_MORE(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "RecoveryJobs.findLaunched",
        "LaunchConfigurations.ensure",
        "LaunchConfigurations.ensure",
        "WaveClaims.warn",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        WITH_SETTINGS.prepare(test, id);
        test.crash(id, new Point(3, "LaunchConfigurations.ensure", Moment.AFTER));
        test.bench.clock().pass(INVOCATION);
      }
    },
    /** They cannot be given now, and the wave waits. */
    SETTINGS_POSTPONED(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "LaunchConfigurations.ensure",
        "LaunchConfigurations.ensure",
        "WaveClaims.endLease",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        WITH_SETTINGS.prepare(test, id);
        test.bench.configurations().fail();
      }
    },
    /** An earlier attempt died before it launched anything. */
    AFTER_A_CLAIM(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "RecoveryJobs.findLaunched",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        test.crash(id, new Point(4, "RecoveryJobs.start", Moment.BEFORE));
        test.bench.clock().pass(INVOCATION);
      }
    },
    /** An earlier attempt died after it launched the job. */
    AFTER_A_LAUNCH(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "RecoveryJobs.findLaunched",
        "WaveClaims.recordLaunch",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        test.crash(id, new Point(4, "RecoveryJobs.start", Moment.AFTER));
        test.bench.clock().pass(INVOCATION);
      }
    },
    /** A quota is full. */
    POSTPONED(
        "Executions.find",
        "ProtectionGroups.find",
        "WaveClaims.claim",
        "Executions.find",
        "RecoveryJobs.start",
        "WaveClaims.endLease",
        "Executions.find") {
      @Override
      void prepare(StartWaveCrashTest test, ExecutionId id) {
        test.bench.drs().limit(0);
      }
    };

    private final String calls;

    Scenario(String... calls) {
      this.calls = String.join(" ", calls);
    }

    Vector<String> calls() {
      return Vector.of(calls.split(" ", -1));
    }

    abstract void prepare(StartWaveCrashTest test, ExecutionId id);
  }

  /** One interruption of one scenario. */
  record Case(Scenario scenario, Point point) {

    @Override
    public String toString() {
      return scenario + " " + point;
    }
  }

  static Vector<Case> cases() {
    return Vector.of(Scenario.values())
        .flatMap(
            scenario ->
                new StartWaveCrashTest()
                    .traced(scenario)
                    .points()
                    .map(point -> new Case(scenario, point)));
  }

  private ExecutionId prepared(Scenario scenario) {
    var id = bench.started(1);
    scenario.prepare(this, id);
    return id;
  }

  private Interruption traced(Scenario scenario) {
    var id = prepared(scenario);
    interruption.record();
    bench.startWave(id, 0);
    interruption.stop();
    return interruption;
  }

  /** Whatever held the launch back is over. */
  private void allowLaunches() {
    bench.drs().limit(20);
    bench.configurations().recover();
  }

  private void crash(ExecutionId id, Point point) {
    interruption.crashAt(point);
    assertThatThrownBy(() -> bench.startWave(id, 0)).isInstanceOf(Crash.class);
    interruption.stop();
  }

  /** Lets {@code thing} happen at {@code point}, in the middle of starting the wave. */
  private Decision startWhile(ExecutionId id, Point point, Runnable thing) {
    interruption.schedule(point, thing);
    var decision = bench.startWave(id, 0);
    interruption.stop();
    return decision;
  }

  /** A new call to a port needs a line here, and has its crashes tested by that. */
  @ParameterizedTest
  @EnumSource
  void makes_these_calls_in_this_order(Scenario scenario) {
    assertThat(traced(scenario).trace()).containsExactlyElementsOf(scenario.calls());
    assertThat(cases().filter(c -> c.scenario() == scenario)).hasSize(2 * scenario.calls().size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_crash_is_mended_by_a_retry_after_the_lease(Case interrupted) {
    var id = prepared(interrupted.scenario());
    crash(id, interrupted.point());
    bench.clock().pass(INVOCATION);
    allowLaunches();

    var retried = bench.startWave(id, 0);

    assertThat(retried.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    endsWithOneJob(id, retried);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_crash_is_mended_by_a_retry_at_once(Case interrupted) {
    var id = prepared(interrupted.scenario());
    crash(id, interrupted.point());
    var jobs = bench.jobs(id, 0).size();
    allowLaunches();
    var held =
        bench.wave(id, 0) instanceof ClaimedWave claimed
            && !claimed.lease(bench.clock().instant()).isZero();

    var retried = bench.startWave(id, 0);

    if (held) {
      assertThat(retried.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
      assertThat(retried.next().after()).isPositive();
      assertThat(bench.jobs(id, 0)).hasSize(jobs);
    }
    endsWithOneJob(id, retried);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_second_crash_at_the_same_call_is_mended_as_well(Case interrupted) {
    var id = prepared(interrupted.scenario());
    crash(id, interrupted.point());
    bench.clock().pass(INVOCATION);
    interruption.crashAt(interrupted.point());
    try {
      bench.startWave(id, 0);
    } catch (Crash again) {
      assertThat(again).hasMessageContaining("crash");
    }
    interruption.stop();
    bench.clock().pass(INVOCATION);
    allowLaunches();

    endsWithOneJob(id, bench.startWave(id, 0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void two_invocations_at_the_same_time_launch_one_job(Case interrupted) {
    var id = prepared(interrupted.scenario());

    var decision = startWhile(id, interrupted.point(), () -> bench.startWave(id, 0));

    allowLaunches();
    assertThat(bench.jobs(id, 0).size()).isLessThanOrEqualTo(1);
    endsWithOneJob(id, decision);
  }

  /** The first one sleeps past its lease, which Lambda rules out, and wakes up again. */
  @ParameterizedTest
  @MethodSource("cases")
  void an_invocation_that_outlives_its_lease_launches_no_second_job(Case interrupted) {
    var id = prepared(interrupted.scenario());

    var decision =
        startWhile(
            id,
            interrupted.point(),
            () -> {
              bench.clock().pass(INVOCATION.plusSeconds(1));
              bench.startWave(id, 0);
            });

    allowLaunches();
    endsWithOneJob(id, decision);
  }

  private void endsWithOneJob(ExecutionId id, Decision decision) {
    var ended = bench.run(id, decision);

    assertThat(ended.status()).isEqualTo(ExecutionStatus.COMPLETED);
    assertThat(ended.waveStatuses()).containsExactly(WaveStatus.COMPLETED);
    assertThat(jobOnRecord(id)).isEqualTo(bench.jobs(id, 0).single().id().value());
  }

  private Object jobOnRecord(ExecutionId id) {
    var document = bench.store().ports().documents().document(id).get();
    var wave = (Map<?, ?>) Vector.ofAll((List<?>) Option.of(document.get("waves")).get()).single();
    return Option.of(wave.get("jobId")).map(Object.class::cast).getOrElse("none");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_cancel_in_between_leaves_no_job_or_one_that_is_waited_for(Case interrupted) {
    var id = prepared(interrupted.scenario());

    var decision =
        startWhile(
            id,
            interrupted.point(),
            () -> bench.useCases().cancel().cancel(id, requestBy("carol")));
    assertThat(bench.read(id).status()).isIn(ExecutionStatus.CANCELLING, ExecutionStatus.CANCELLED);
    var ended = bench.run(id, decision);

    assertThat(ended.status()).isEqualTo(ExecutionStatus.CANCELLED);
    assertThat(bench.jobs(id, 0).size()).isLessThanOrEqualTo(1);
    assertThat(bench.drs().jobs().filter(StartWaveCrashTest::isUnderWay)).isEmpty();
    var job = bench.jobs(id, 0).map(launched -> launched.id().value()).getOrElse("none");
    assertThat(jobOnRecord(id)).isEqualTo(job);
    assertThat(ended.waveStatuses())
        .containsExactly(job.equals("none") ? WaveStatus.CANCELLED : WaveStatus.COMPLETED);
  }

  private static boolean isUnderWay(DrsJob job) {
    return job.endedAt().isEmpty();
  }

  /** The crash loses the invocation, and the cancel comes before anybody retries. */
  @ParameterizedTest
  @MethodSource("cases")
  void a_cancel_after_a_crash_leaves_no_job_or_one_that_is_waited_for(Case interrupted) {
    var id = prepared(interrupted.scenario());
    crash(id, interrupted.point());
    bench.useCases().cancel().cancel(id, requestBy("carol"));

    var ended = bench.run(id, bench.startWave(id, 0));

    assertThat(ended.status()).isEqualTo(ExecutionStatus.CANCELLED);
    var job = bench.jobs(id, 0).map(launched -> launched.id().value()).getOrElse("none");
    assertThat(jobOnRecord(id)).isEqualTo(job);
    assertThat(ended.waveStatuses())
        .containsExactly(job.equals("none") ? WaveStatus.CANCELLED : WaveStatus.COMPLETED);
  }

  /** However often it was interrupted: what is launched has the settings of its group. */
  @ParameterizedTest
  @MethodSource("cases")
  void a_launch_after_a_crash_has_its_settings(Case interrupted) {
    var id = prepared(interrupted.scenario());
    crash(id, interrupted.point());
    bench.clock().pass(INVOCATION);
    allowLaunches();
    var wanted =
        bench
            .store()
            .ports()
            .groups()
            .find("pg-0")
            .get()
            .launchSettings()
            .of(SampleWaves.plan(0).serverIds());

    endsWithOneJob(id, bench.startWave(id, 0));

    var launched = bench.jobs(id, 0).single();
    assertThat(wanted)
        .allSatisfy(
            server -> {
              if (interrupted.scenario() != Scenario.WITH_A_WARNING) {
                assertThat(bench.configurations().settingsOf(launched.scope(), server.server()))
                    .isEqualTo(server.settings());
              }
            });
  }

  /**
   * A cancel that comes before the last look wins; one that comes after it does not lose the job.
   */
  @Test
  void a_cancel_prevents_the_launch_until_the_last_look() {
    var launched =
        cases()
            .filter(c -> c.scenario() == Scenario.FIRST_START)
            .filter(c -> jobsAfterCancelAt(c.point()) == 1)
            .map(c -> c.point().toString());

    assertThat(launched)
        .containsExactly(
            "AFTER 3 Executions.find",
            "BEFORE 4 RecoveryJobs.start",
            "AFTER 4 RecoveryJobs.start",
            "BEFORE 5 WaveClaims.recordLaunch",
            "AFTER 5 WaveClaims.recordLaunch",
            "BEFORE 6 Executions.find",
            "AFTER 6 Executions.find");
  }

  private static int jobsAfterCancelAt(Point point) {
    var test = new StartWaveCrashTest();
    var id = test.prepared(Scenario.FIRST_START);
    Consumer<ExecutionId> cancel =
        execution -> test.bench.useCases().cancel().cancel(execution, requestBy("carol"));
    test.startWhile(id, point, () -> cancel.accept(id));
    return test.bench.jobs(id, 0).size();
  }

  /** It would launch once more if leases were not kept, so this test can fail. */
  @Test
  void a_retry_waits_as_long_as_the_lease_says() {
    var id = prepared(Scenario.FIRST_START);
    crash(id, new Point(4, "RecoveryJobs.start", Moment.BEFORE));
    bench.clock().pass(Duration.ofSeconds(50));

    assertThat(bench.startWave(id, 0).next().after()).isEqualTo(Duration.ofSeconds(70));
  }

  /** It has lost its claim, and the one who has it may be about to launch. */
  @Test
  void an_invocation_that_has_lost_its_claim_does_not_launch() {
    var id = prepared(Scenario.FIRST_START);

    var decision =
        startWhile(id, new Point(3, "Executions.find", Moment.BEFORE), () -> takeOver(id));

    assertThat(bench.drs().calls()).isEmpty();
    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(decision.next().after()).isPositive();
  }

  /** Its job is on record when the one who holds the claim has found it, and told of once. */
  @Test
  void the_job_of_an_invocation_that_has_lost_its_claim_is_adopted_by_its_successor() {
    var id = prepared(Scenario.FIRST_START);

    var decision =
        startWhile(id, new Point(5, "WaveClaims.recordLaunch", Moment.BEFORE), () -> takeOver(id));
    assertThat(bench.journal().events(WaveLaunched.class)).isEmpty();

    endsWithOneJob(id, decision);
    assertThat(bench.journal().events(WaveLaunched.class)).hasSize(1);
  }

  private void takeOver(ExecutionId id) {
    bench.clock().pass(INVOCATION);
    var attempt = SampleWaves.attempt("successor", bench.clock().instant());
    var target = SampleWaves.target(SampleWaves.plan(0));
    var claimed = bench.active(id).claimWave(WaveNumber.FIRST, target, attempt).get();
    assertThat(bench.store().ports().claims().claim(claimed, WaveNumber.FIRST))
        .isEqualTo(WriteOutcome.WRITTEN);
  }

  @Test
  void a_claim_that_was_not_written_is_not_told_of() {
    var id = prepared(Scenario.FIRST_START);

    startWhile(id, new Point(2, "WaveClaims.claim", Moment.BEFORE), () -> bench.startWave(id, 0));

    assertThat(bench.journal().events(WaveClaimed.class)).hasSize(1);
  }

  /** The claim is given back: nobody has to wait for its lease. */
  @Test
  void a_cancel_before_the_last_look_ends_at_once() {
    var id = prepared(Scenario.FIRST_START);

    var decision =
        startWhile(
            id,
            new Point(3, "Executions.find", Moment.BEFORE),
            () -> bench.useCases().cancel().cancel(id, requestBy("carol")));

    assertThat(decision.next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);
    assertThat(decision.next().after()).isLessThan(Duration.ofSeconds(5));
    assertThat(bench.poll(id).next().kind()).isEqualTo(NextStep.Kind.CANCEL);
  }
}
