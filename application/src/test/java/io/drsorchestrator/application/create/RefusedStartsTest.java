package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.LimitRefusal.PlanTooLarge;
import io.drsorchestrator.application.create.LimitRefusal.TooManyJobs;
import io.drsorchestrator.application.create.LimitRefusal.TooManyServersInJobs;
import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers;
import io.drsorchestrator.application.create.LimitRefusal.WavesTooLarge;
import io.drsorchestrator.application.create.ServerConflict.InExecution;
import io.drsorchestrator.application.create.ServerConflict.InJob;
import io.drsorchestrator.application.create.StartRefusal.AlreadyExecuting;
import io.drsorchestrator.application.create.StartRefusal.CannotCheck;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.PlanId;
import io.drsorchestrator.domain.server.SampleServers;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobId;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.drsorchestrator.domain.wave.WavePlan;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks 5 to 11 of the contract (3.3), each alone and all in their order. */
class RefusedStartsTest {

  private static final String ELSEWHERE = "us-west-2";
  private static final ExecutionId RUNNING = new ExecutionId("running");
  private static final SourceServerId SERVER = SampleServers.serverId(0, 0);

  private final Workbench bench = new Workbench();
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)));

  private Option<StartRefusal> refusal(PlanId started) {
    return bench.useCases().create().create(Workbench.start(started)).swap().toOption();
  }

  private <T extends StartRefusal> T refusal(Class<T> type) {
    return type.cast(refusal(plan).get());
  }

  private ExecutionId running(PlanId of) {
    var command = Workbench.start(Option.some(RUNNING), of, ExecutionType.DRILL);
    return bench.useCases().create().create(command).get().decision().key().executionId();
  }

  private static WavePlan wave(int number, String group, SourceServerId... servers) {
    return new WavePlan(
        new WaveNumber(number), "W" + number, Option.some(group), Vector.of(servers), false);
  }

  private void group(String id, String region, String... tags) {
    var selection =
        tags.length == 0 ? HashMap.<String, String>empty() : HashMap.of(tags[0], tags[1]);
    bench.store().put(new ProtectionGroup(id, region, Option.none(), selection));
  }

  private PlanId put(String id, WavePlan... waves) {
    var planId = new PlanId(id);
    bench.store().put(new RecoveryPlan(planId, "Plan", Vector.of(waves)));
    return planId;
  }

  private void job(String region, String id, String type, SourceServerId... servers) {
    var states = Vector.of(servers).toLinkedMap(server -> server, server -> "IN_PROGRESS");
    bench.admission().add(region, new ActiveJob(new JobId(id), "STARTED", type, states));
  }

  private void fillWith(int servers, String region) {
    var ids = Vector.range(0, servers).map(i -> new SourceServerId("s-other-" + i));
    job(region, "drsjob-big", "LAUNCH", ids.toJavaArray(SourceServerId[]::new));
  }

  private void assertNothingIsWritten() {
    assertThat(bench.workflows().starts()).isEmpty();
    assertThat(bench.journal().entries()).isEmpty();
    var lock = bench.store().ports().locks().acquire(plan, new ExecutionId("next"), NOON);
    assertThat(lock.isRight()).as("the lock is given back").isTrue();
  }

  /** A plan that violates everything at once is told one thing after another. */
  @Test
  void the_first_check_that_fails_answers() {
    var large = SampleWaves.plan(1, 101);
    var everything = bench.save(Vector.of(SampleWaves.plan(0), large));
    var other = new WavePlan(WaveNumber.FIRST, "Other", Option.some("pg-0"), wholeOther(), false);
    bench.store().put(new RecoveryPlan(everything, "Plan", Vector.of(other)));
    running(everything);
    bench.store().put(new RecoveryPlan(everything, "Plan", Vector.of(SampleWaves.plan(0), large)));
    job(SampleWaves.REGION, "drsjob-human", "LAUNCH", SERVER);
    for (int i = 0; i < 20; i++) {
      job(SampleWaves.REGION, "drsjob-" + i, "TERMINATE");
    }
    fillWith(450, SampleWaves.REGION);
    bench.admission().replicate(SERVER, "DISCONNECTED");

    assertThat(refusal(everything).get().code()).isEqualTo("SERVER_CONFLICT");
    bench.admission().endJob("drsjob-human");
    assertThat(refusal(everything).get().code()).isEqualTo("PLAN_ALREADY_EXECUTING");
    bench.useCases().cancel().cancel(RUNNING, requestBy("bob"));
    bench.store().ports().locks().acquire(everything, new ExecutionId("holder"), NOON);
    assertThat(refusal(everything).get().code()).isEqualTo("PLAN_EXECUTION_CONFLICT");
    bench.clock().pass(Duration.ofSeconds(31));
    assertThat(refusal(everything).get().code()).isEqualTo("WAVE_SIZE_LIMIT_EXCEEDED");
    var waves = Vector.range(1, 101).map(n -> SampleWaves.plan(n, 1)).prepend(SampleWaves.plan(0));
    bench.save(waves);
    bench.store().put(new RecoveryPlan(everything, "Plan", waves));
    assertThat(refusal(everything).get().code()).isEqualTo("PLAN_TOO_LARGE");
    bench
        .store()
        .put(
            new RecoveryPlan(
                everything, "Plan", Vector.of(SampleWaves.plan(0), SampleWaves.plan(1, 100))));
    assertThat(refusal(everything).get().code()).isEqualTo("CONCURRENT_JOBS_LIMIT_EXCEEDED");
    Vector.range(0, 20).forEach(i -> bench.admission().endJob("drsjob-" + i));
    assertThat(refusal(everything).get().code()).isEqualTo("SERVERS_IN_JOBS_LIMIT_EXCEEDED");
    bench.admission().endJob("drsjob-big");
    assertThat(refusal(everything).get().code()).isEqualTo("UNHEALTHY_SERVER_REPLICATION");
    bench.admission().replicate(SERVER, "CONTINUOUS");
    assertThat(refusal(everything)).isEmpty();
  }

  @Test
  void a_plan_of_more_waves_than_one_write_can_end_is_refused() {
    var most = bench.save(Vector.range(0, 101).map(n -> SampleWaves.plan(n, 1)));

    assertThat(((PlanTooLarge) refusal(most).get()).size().waves()).isEqualTo(101);
    assertThat(refusal(bench.save(Vector.range(0, 100).map(n -> SampleWaves.plan(n, 1)))))
        .isEmpty();
  }

  @Test
  void a_plan_whose_item_could_outgrow_the_store_is_refused_with_what_fits() {
    var refused =
        (PlanTooLarge)
            refusal(bench.save(Vector.range(0, 6).map(n -> SampleWaves.plan(n, 100)))).get();
    var most = refused.size().mostServers();

    assertThat(refused.kind()).isEqualTo(StartRefusal.Kind.INVALID);
    assertThat(refused.message())
        .contains("6 waves with 600 servers", "409600 bytes", most + " servers in as many waves");
    assertNothingIsWritten();
    var waves = Vector.range(0, 6).map(n -> SampleWaves.plan(n, (most + n) / 6));
    assertThat(waves.map(wave -> wave.serverIds().size()).sum().intValue()).isEqualTo(most);
    assertThat(refusal(bench.save(waves))).isEmpty();
  }

  private static Vector<SourceServerId> wholeOther() {
    return Vector.of(new SourceServerId("s-of-nobody-else"));
  }

  @Test
  void servers_of_another_execution_are_in_use_in_every_wave_and_state() {
    var other = put("other", wave(0, "pg-0", SampleServers.serverId(1, 1)));
    running(plan);

    var conflict = (ServerConflict) refusal(other).get();

    assertThat(conflict.inExecutions()).hasSize(1);
    var one = conflict.inExecutions().head();
    assertThat(one.server()).isEqualTo(SampleServers.serverId(1, 1));
    assertThat(one.waveName()).isEqualTo("W0");
    assertThat(one.conflictingWave()).isEqualTo("Wave 2");
    assertThat(one.execution()).isEqualTo(bench.read(RUNNING).key());
    assertThat(one.status()).isEqualTo(ExecutionStatus.PENDING);
    bench.completeWave(RUNNING, 0);
    assertThat(refusal(other)).isNotEmpty();
    bench.completeWave(RUNNING, 1);
    assertThat(refusal(other)).as("its wave is over, the execution is not").isNotEmpty();
  }

  @Test
  void an_execution_that_is_being_cancelled_holds_the_servers_of_its_wave_and_no_others() {
    running(plan);
    bench.startWave(RUNNING, 0);
    bench.useCases().cancel().cancel(RUNNING, requestBy("bob"));
    var ofItsWave = put("of-its-wave", wave(0, "pg-0", SERVER));
    var ofACancelledWave = put("of-another", wave(0, "pg-0", SampleServers.serverId(1, 0)));

    assertThat(((ServerConflict) refusal(ofItsWave).get()).inExecutions().head().status())
        .isEqualTo(ExecutionStatus.CANCELLING);
    assertThat(refusal(ofACancelledWave)).isEmpty();
  }

  @Test
  void a_plan_whose_execution_is_being_cancelled_can_be_started_with_other_servers() {
    running(plan);
    bench.startWave(RUNNING, 0);
    put(plan.value(), wave(0, "pg-0", wholeOther().head()));
    assertThat(refusal(AlreadyExecuting.class).active()).containsExactly(RUNNING);

    bench.useCases().cancel().cancel(RUNNING, requestBy("bob"));

    assertThat(refusal(plan)).isEmpty();
  }

  @Test
  void servers_that_tags_select_later_are_in_use_now() {
    group("pg-tags", SampleWaves.REGION, "tier", "db");
    bench.drs().tag(SERVER, HashMap.of("tier", "db"));
    running(put("tagged", wave(0, "pg-1", SampleServers.serverId(7, 7)), wave(1, "pg-tags")));

    assertThat(refusal(ServerConflict.class).inExecutions().map(c -> c.server()))
        .containsOnly(SERVER);
    assertThat(((ServerConflict) refusal(put("other", wave(0, "pg-tags"))).get()).inExecutions())
        .isNotEmpty();
  }

  @Test
  void an_execution_that_no_index_knows_holds_its_servers() {
    bench.store().freezeIndexes();
    running(plan);

    assertThat(refusal(put("other", wave(0, "pg-0", SERVER)))).isNotEmpty();
  }

  @Test
  void a_server_in_somebodys_launch_job_is_in_use() {
    job(SampleWaves.REGION, "drsjob-human", "LAUNCH", SERVER);

    assertThat(refusal(ServerConflict.class).inJobs())
        .containsExactly(
            new InJob(SERVER, "Wave 1", new JobId("drsjob-human"), "STARTED", "IN_PROGRESS"));
    assertNothingIsWritten();
  }

  /** A job names its servers only some moments after its start. */
  @Test
  void a_server_whose_newest_job_runs_is_in_use_before_the_job_names_it() {
    job(SampleWaves.REGION, "drsjob-human", "LAUNCH");
    bench.admission().lastLaunched(SERVER, new JobId("drsjob-human"));

    assertThat(refusal(ServerConflict.class).inJobs().head().launchStatus()).isEqualTo("PENDING");
    bench.admission().lastLaunched(SERVER, new JobId("drsjob-of-last-year"));
    assertThat(refusal(plan)).isEmpty();
  }

  @Test
  void a_server_in_a_job_elsewhere_or_of_another_type_is_not() {
    job(ELSEWHERE, "drsjob-elsewhere", "LAUNCH", SERVER);
    job(SampleWaves.REGION, "drsjob-terminate", "TERMINATE", SERVER);

    assertThat(refusal(plan)).isEmpty();
  }

  @Test
  void a_wave_is_as_large_as_what_its_tags_select() {
    group("pg-tags", SampleWaves.REGION, "tier", "db");
    Vector.range(0, 101)
        .forEach(i -> bench.drs().tag(SampleServers.serverId(9, i), HashMap.of("tier", "db")));

    var refused = (WavesTooLarge) refusal(put("tagged", wave(0, "pg-tags"))).get();

    assertThat(refused.waves().single().servers()).hasSize(101);
    assertThat(refused.message()).isEqualTo("Wave 1 (W0) has 101 servers, the limit is 100");
  }

  @ParameterizedTest
  @CsvSource({"19, false", "20, true", "21, true"})
  void twenty_jobs_of_any_type_are_the_limit(int jobs, boolean refused) {
    for (int i = 0; i < jobs; i++) {
      job(SampleWaves.REGION, "drsjob-" + i, i % 2 == 0 ? "TERMINATE" : "LAUNCH");
    }

    assertThat(refusal(plan).isDefined()).isEqualTo(refused);
    if (refused) {
      bench.admission().endJob("drsjob-0");
    }
    if (jobs == 21) {
      assertThat(refusal(TooManyJobs.class).jobs()).hasSize(20);
    }
  }

  /** Waves run one after another: the largest one counts, and not their sum. */
  @ParameterizedTest
  @CsvSource({"440, false", "441, true"})
  void five_hundred_servers_in_jobs_are_the_limit(int others, boolean refused) {
    var waves = bench.save(Vector.of(SampleWaves.plan(0, 60), SampleWaves.plan(1, 50)));
    fillWith(others, SampleWaves.REGION);

    var refusal = refusal(waves);

    assertThat(refusal.isDefined()).isEqualTo(refused);
    refusal
        .map(TooManyServersInJobs.class::cast)
        .forEach(
            full -> {
              assertThat(full.inJobs()).isEqualTo(441);
              assertThat(full.largestWave()).isEqualTo(60);
              assertThat(full.total()).isEqualTo(501);
            });
  }

  @Test
  void limits_are_those_of_each_region_of_the_plan() {
    group("pg-far", ELSEWHERE);
    var far = put("far", SampleWaves.plan(0), wave(1, "pg-far", new SourceServerId("s-far")));
    for (int i = 0; i < 20; i++) {
      job("ap-south-1", "drsjob-" + i, "LAUNCH");
    }
    assertThat(bench.admission().calls().get("activeJobs")).isEmpty();
    fillWith(500, ELSEWHERE);

    var refused = (TooManyServersInJobs) refusal(far).get();

    assertThat(refused.scope().region()).isEqualTo(ELSEWHERE);
    assertThat(refused.largestWave()).isEqualTo(1);
    assertThat(bench.admission().calls().get("activeJobs")).contains(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DISCONNECTED", "STOPPED", "STALLED", "NOT_STARTED"})
  void a_server_that_does_not_replicate_is_refused(String state) {
    bench.admission().replicate(SERVER, state);

    var refused = refusal(UnhealthyServers.class);

    var sick = refused.servers().single();
    assertThat(sick.server()).isEqualTo(SERVER);
    assertThat(sick.hostname()).isEqualTo("host-of-" + SERVER);
    assertThat(sick.state()).isEqualTo(state);
    assertThat(sick.reason()).isEqualTo("Replication is " + state + ", it lags by PT5M");
    assertThat(refused.healthyCount()).isEqualTo(3);
    assertNothingIsWritten();
  }

  /** Where a data centre is lost, every server of it is STALLED: that must not stop a recovery. */
  @Test
  void a_server_that_lost_contact_is_recovered_with_a_warning() {
    bench.admission().replicate(SERVER, "STALLED");
    var recovery = Workbench.start(Option.none(), plan, ExecutionType.RECOVERY);

    var started = bench.useCases().create().create(recovery).get();

    assertThat(started.warnings().filter(warning -> warning.contains("STALLED")).single())
        .contains(SERVER.value(), "host-of-" + SERVER, "last recovery point", "PT5M");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTINUOUS", "INITIAL_SYNC", "RESCAN", "PAUSED", "NOT_YET_INVENTED"})
  void every_other_state_of_replication_is_accepted(String state) {
    bench.admission().replicate(SERVER, state);

    assertThat(refusal(plan)).isEmpty();
  }

  @Test
  void a_server_that_drs_does_not_know_is_refused() {
    bench.admission().forget(SERVER);

    assertThat(refusal(UnhealthyServers.class).servers().single().state()).isEqualTo("UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"activeJobs", "replication"})
  void what_drs_cannot_be_asked_refuses_the_start(String operation) {
    bench.admission().fail(operation);

    assertThat(refusal(CannotCheck.class).message())
        .isEqualTo(
            "Nothing has been started, because it cannot be checked whether it may be: "
                + operation
                + " is throttled");
    assertNothingIsWritten();
  }

  @Test
  void tags_that_cannot_be_resolved_refuse_the_start() {
    group("pg-1", SampleWaves.REGION, "tier", "db");
    bench.drs().fail("withTags");

    assertThat(refusal(CannotCheck.class).reason()).isEqualTo("withTags is throttled");
    assertNothingIsWritten();
  }

  @Test
  void a_recovery_warns_of_instances_that_are_left_and_takes_place() {
    bench.admission().recovered(SERVER, "i-left");

    var started =
        bench
            .useCases()
            .create()
            .create(Workbench.start(Option.some(RUNNING), plan, ExecutionType.RECOVERY))
            .get();

    assertThat(started.warnings())
        .containsExactly(
            "Server %s (host-of-%s) has the live recovery instance i-left, which this recovery replaces"
                .formatted(SERVER, SERVER));
  }

  @Test
  void a_drill_does_not_ask_for_instances() {
    bench.admission().recovered(SERVER, "i-left");

    assertThat(bench.useCases().create().create(Workbench.start(plan)).get().warnings()).isEmpty();
    assertThat(bench.admission().calls().get("liveInstances")).isEmpty();
  }

  @Test
  void a_recovery_whose_instances_cannot_be_asked_for_says_so_and_takes_place() {
    bench.admission().fail("liveInstances");

    var started =
        bench
            .useCases()
            .create()
            .create(Workbench.start(Option.some(RUNNING), plan, ExecutionType.RECOVERY))
            .get();

    assertThat(started.warnings().single())
        .startsWith("It is not known whether servers in eu-west-1 have recovery instances")
        .endsWith("liveInstances is throttled");
    assertThat(bench.workflows().starts()).hasSize(1);
  }

  @Test
  void a_server_in_two_waves_is_warned_of() {
    var twice = put("twice", wave(0, "pg-0", SERVER), wave(1, "pg-1", SERVER));

    assertThat(bench.useCases().create().create(Workbench.start(twice)).get().warnings().single())
        .startsWith("Server " + SERVER + " is in several waves");
  }

  /** Older systems stored of a wave that had not started nothing but its name. */
  @Test
  void a_wave_of_which_nothing_is_stored_holds_the_servers_of_its_plan() {
    var bare =
        Vector.range(0, 2)
            .map(
                n ->
                    new WavePlan(new WaveNumber(n), "W" + n, Option.none(), Vector.empty(), false));
    var old = bench.started(bare);
    var its = bench.read(old).key().planId();
    bench
        .store()
        .put(
            new RecoveryPlan(
                its,
                "Plan",
                Vector.of(
                    wave(0, "pg-0", new SourceServerId("s-first")), wave(1, "pg-1", SERVER))));

    assertThat(refusal(ServerConflict.class).inExecutions().map(InExecution::server))
        .containsExactly(SERVER);
  }

  /** What was copied at the start counts, and not what somebody has made of the plan since. */
  @Test
  void a_wave_of_which_servers_are_stored_holds_those() {
    var other = bench.save(Vector.of(SampleWaves.plan(0)));
    running(other);
    bench
        .store()
        .put(
            new RecoveryPlan(
                other, "Plan", Vector.of(wave(0, "pg-0", new SourceServerId("s-new")))));

    assertThat(refusal(ServerConflict.class).inExecutions().map(InExecution::server))
        .containsExactlyElementsOf(SampleWaves.plan(0).serverIds());
  }

  @Test
  void waves_that_are_too_large_are_told_in_the_order_of_the_plan() {
    group("pg-far", ELSEWHERE);
    var second = SampleWaves.plan(1, 101);
    var large =
        put(
            "large",
            SampleWaves.plan(0, 101),
            new WavePlan(
                second.number(), second.name(), Option.some("pg-far"), second.serverIds(), false),
            new WavePlan(
                new WaveNumber(2),
                "Wave 3",
                Option.some("pg-0"),
                SampleWaves.plan(2, 101).serverIds(),
                false));

    assertThat(refusal(large).get().message())
        .isEqualTo(
            "Wave 1 (Wave 1) has 101 servers, the limit is 100; Wave 2 (Wave 2) has 101 servers,"
                + " the limit is 100; Wave 3 (Wave 3) has 101 servers, the limit is 100");
  }

  /** Tags select in the account of their execution, and not in that of whoever asks. */
  @Test
  void what_tags_would_select_here_is_not_held_by_an_execution_elsewhere() {
    bench.drs().tag(SERVER, HashMap.of("tier", "db"));
    bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-far",
                SampleWaves.REGION,
                Option.some("444455556666"),
                HashMap.of("tier", "db")));
    running(put("far", wave(0, "pg-far")));

    assertThat(refusal(plan)).isEmpty();
  }
}
