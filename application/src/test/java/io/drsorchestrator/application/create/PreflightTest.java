package io.drsorchestrator.application.create;

import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.LimitRefusal.UnhealthyServers;
import io.drsorchestrator.application.create.PreflightReport.Verdict;
import io.drsorchestrator.application.create.Slowdown.Kind;
import io.drsorchestrator.application.create.StartRefusal.CannotCheck;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchAdmission.ActiveJob;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.application.port.RecoveryPlans.RecoveryPlan;
import io.drsorchestrator.domain.execution.AccountContext;
import io.drsorchestrator.domain.execution.ExecutionId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start would meet, told without a start. */
class PreflightTest {

  private static final ExecutionId RUNNING = new ExecutionId("running");
  private static final SourceServerId SERVER = SampleServers.serverId(0, 0);
  private static final String FOREIGN = "444455556666";

  /** Every call of a port by which a preflight may come to its answer. */
  private static final Set<String> READS =
      Set.of(
          "RecoveryPlans.find",
          "ProtectionGroups.find",
          "TargetAccounts.contextOf",
          "ExecutionDiscovery.withStatus",
          "PlanLocks.candidates",
          "PlanLocks.lockOf",
          "StartRegister.read",
          "Executions.find",
          "RecoveryServers.withTags",
          "RecoveryServers.instances",
          "LaunchAdmission.activeJobs",
          "LaunchAdmission.replication",
          "LaunchAdmission.liveInstances");

  private final List<String> calls = new ArrayList<>();
  private String failing = "";
  private final Workbench bench = new Workbench(this::watch);
  private final PlanId plan = bench.save(Vector.of(SampleWaves.plan(0), SampleWaves.plan(1)));

  private Object watch(String call, Supplier<Object> effect) {
    calls.add(call);
    if (call.equals(failing)) {
      throw new AwsUnavailableException(call + " is throttled", new RuntimeException());
    }
    return effect.get();
  }

  private PreflightReport check(PlanId checked) {
    return bench.useCases().preflight().check(Workbench.start(checked));
  }

  private PreflightReport recovery() {
    var command = Workbench.start(Option.none(), plan, ExecutionType.RECOVERY);
    return bench.useCases().preflight().check(command);
  }

  private static Vector<String> codes(PreflightReport report) {
    return report.stops().map(StartRefusal::code);
  }

  private static Vector<Kind> kinds(PreflightReport report) {
    return report.slowdowns().map(Slowdown::kind);
  }

  private void job(String id, String type, SourceServerId... servers) {
    var states = Vector.of(servers).toLinkedMap(server -> server, server -> "IN_PROGRESS");
    bench
        .admission()
        .add(SampleWaves.REGION, new ActiveJob(new JobId(id), "STARTED", type, states));
  }

  private static WavePlan wave(int number, String group, SourceServerId... servers) {
    return new WavePlan(
        new WaveNumber(number), "W" + number, Option.some(group), Vector.of(servers), false);
  }

  private PlanId put(String id, WavePlan... waves) {
    var planId = new PlanId(id);
    bench.store().put(new RecoveryPlan(planId, "Plan", Vector.of(waves)));
    return planId;
  }

  private void group(String id, Option<String> account, String... tag) {
    var tags = tag.length == 0 ? HashMap.<String, String>empty() : HashMap.of(tag[0], tag[1]);
    bench.store().put(new ProtectionGroup(id, SampleWaves.REGION, account, tags));
  }

  private void run(PlanId started) {
    var command = Workbench.start(Option.some(RUNNING), started, ExecutionType.DRILL);
    assertThat(bench.useCases().create().create(command).isRight()).isTrue();
  }

  @Test
  void a_plan_that_nothing_stops_is_ready() {
    var report = check(plan);

    assertThat(report.verdict()).isEqualTo(Verdict.READY);
    assertThat(report.stops()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.slowdowns()).isEmpty();
    assertThat(report.planName()).contains("Plan");
    assertThat(report.checkedAt()).isEqualTo(NOON);
  }

  /** The world of RefusedStartsTest, where a start tells one thing after another. */
  @Test
  void everything_that_is_wrong_is_told_at_once_in_the_order_of_a_start() {
    run(plan);
    var large = SampleWaves.plan(1, 101);
    bench.store().put(new RecoveryPlan(plan, "Plan", Vector.of(SampleWaves.plan(0), large)));
    bench.store().ports().locks().acquire(plan, new ExecutionId("holder"), NOON);
    Vector.range(0, 20).forEach(i -> job("drsjob-" + i, "TERMINATE"));
    var others = Vector.range(0, 450).map(i -> new SourceServerId("s-other-" + i));
    job("drsjob-big", "LAUNCH", others.toJavaArray(SourceServerId[]::new));
    bench.admission().replicate(SERVER, "DISCONNECTED");

    var report = check(plan);

    assertThat(report.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(codes(report))
        .containsExactly(
            "SERVER_CONFLICT",
            "PLAN_ALREADY_EXECUTING",
            "PLAN_EXECUTION_CONFLICT",
            "WAVE_SIZE_LIMIT_EXCEEDED",
            "CONCURRENT_JOBS_LIMIT_EXCEEDED",
            "SERVERS_IN_JOBS_LIMIT_EXCEEDED",
            "UNHEALTHY_SERVER_REPLICATION");
  }

  @Test
  void waves_that_cannot_be_looked_at_do_not_hide_the_others() {
    bench.admission().replicate(SERVER, "STOPPED");
    var broken =
        put(
            "broken",
            wave(0, "pg-gone", SampleServers.serverId(9, 0)),
            wave(1, "pg-1"),
            wave(2, "pg-0", SERVER));

    var report = check(broken);

    assertThat(codes(report))
        .containsExactly(
            "PROTECTION_GROUP_NOT_FOUND", "WAVE_HAS_NO_SERVERS", "UNHEALTHY_SERVER_REPLICATION");
    assertThat(report.facts().waves().map(wave -> wave.target().isDefined()))
        .containsExactly(false, false, true);
  }

  @Test
  void of_a_plan_without_waves_it_is_told_that_it_runs() {
    run(plan);
    put(plan.value());

    assertThat(codes(check(plan))).containsExactly("PLAN_HAS_NO_WAVES", "PLAN_ALREADY_EXECUTING");
  }

  @Test
  void of_an_unknown_plan_nothing_else_is_told() {
    var report = check(new PlanId("nobodys"));

    assertThat(codes(report)).containsExactly("RECOVERY_PLAN_NOT_FOUND");
    assertThat(report.verdict()).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void a_plan_across_accounts_is_looked_at_in_each() {
    group("pg-far", Option.some(FOREIGN));
    var far = SampleServers.serverId(5, 0);
    bench.admission().replicate(SERVER, "STOPPED");
    bench.admission().replicate(far, "DISCONNECTED");

    var report = check(put("both", wave(0, "pg-0", SERVER), wave(1, "pg-far", far)));

    assertThat(codes(report))
        .containsExactly(
            "MULTI_ACCOUNT_PLAN_NOT_SUPPORTED",
            "UNHEALTHY_SERVER_REPLICATION",
            "UNHEALTHY_SERVER_REPLICATION");
    assertThat(report.facts().regions().map(region -> region.scope().account().accountId()))
        .containsExactly(Workbench.HUB.accountId(), FOREIGN);
  }

  @Test
  void a_caller_who_names_another_account_is_told_what_is_wrong_in_the_plans() {
    bench.admission().replicate(SERVER, "STOPPED");
    var given = new AccountContext(FOREIGN, Option.none(), Option.none(), false);
    var command = Workbench.start(plan);

    var report =
        bench
            .useCases()
            .preflight()
            .check(
                new StartPlan(
                    Option.none(),
                    plan,
                    command.type(),
                    command.initiatedBy(),
                    command.request(),
                    Option.some(given)));

    assertThat(codes(report))
        .containsExactly("ACCOUNT_CONTEXT_MISMATCH", "UNHEALTHY_SERVER_REPLICATION");
  }

  @Test
  void jobs_that_cannot_be_asked_for_are_a_stop_and_replication_is_looked_at() {
    bench.admission().replicate(SERVER, "STOPPED");
    bench.admission().fail("activeJobs");

    assertThat(check(plan).stops().map(StartRefusal::getClass).map(Class::getSimpleName))
        .containsExactly("CannotCheck", "UnhealthyServers");
  }

  /** What nobody tells is not what DRS does not know. */
  @Test
  void servers_of_which_nobody_tells_are_not_called_unknown() {
    bench.admission().fail("replication");
    Vector.range(0, 20).forEach(i -> job("drsjob-" + i, "TERMINATE"));

    var report = check(plan);

    assertThat(codes(report))
        .containsExactly("START_CHECKS_UNAVAILABLE", "CONCURRENT_JOBS_LIMIT_EXCEEDED");
    assertThat(report.slowdowns()).isEmpty();
  }

  @Test
  void a_wave_whose_tags_cannot_be_resolved_is_not_called_empty() {
    group("pg-1", Option.none(), "tier", "db");
    bench.drs().fail("withTags");
    bench.admission().replicate(SERVER, "STOPPED");

    var report = check(plan);

    assertThat(codes(report))
        .containsExactly("START_CHECKS_UNAVAILABLE", "UNHEALTHY_SERVER_REPLICATION");
    assertThat(report.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ExecutionDiscovery.withStatus",
        "PlanLocks.lockOf",
        "StartRegister.read",
        "Executions.find"
      })
  void a_store_that_does_not_answer_is_one_stop_and_the_others_are_told(String call) {
    run(plan);
    bench.admission().replicate(SERVER, "STOPPED");
    failing = call;

    var stops = check(plan).stops();

    assertThat(stops.head()).isInstanceOf(CannotCheck.class);
    assertThat(stops.head().message()).contains(call + " is throttled");
    assertThat(stops.last()).isInstanceOf(UnhealthyServers.class);
    assertThat(stops.count(CannotCheck.class::isInstance)).isEqualTo(1);
  }

  @Test
  void nothing_is_written_and_nobody_is_told() {
    run(plan);
    bench.admission().recovered(SERVER, "i-left");
    var before = bench.store().snapshot();
    var told = bench.journal().entries().size();
    calls.clear();

    check(plan);
    recovery();

    assertThat(bench.store().snapshot()).isEqualTo(before);
    assertThat(bench.journal().entries()).hasSize(told);
    assertThat(bench.workflows().starts()).hasSize(1);
    assertThat(READS).containsAll(calls);
  }

  @ParameterizedTest
  @CsvSource({"PT15M, false", "PT15M1S, true", "P1DT2H, true", "soon, true"})
  void a_server_that_lags_far_behind_slows_nothing_and_is_told_of(String lag, boolean told) {
    bench.admission().lags(SERVER, lag);

    var report = check(plan);

    assertThat(kinds(report).contains(Kind.REPLICATION_LAGS)).isEqualTo(told);
    assertThat(report.verdict()).isEqualTo(told ? Verdict.READY_WITH_WARNINGS : Verdict.READY);
    assertThat(report.facts().servers().head().replication().get().lag()).contains(lag);
  }

  @ParameterizedTest
  @CsvSource({
    "INITIAL_SYNC, REPLICATION_NOT_CONTINUOUS",
    "PAUSED, REPLICATION_NOT_CONTINUOUS",
    "NOT_YET_INVENTED, REPLICATION_NOT_CONTINUOUS"
  })
  void a_server_that_does_not_replicate_now_is_told_of(String state, Kind kind) {
    bench.admission().replicate(SERVER, state);

    assertThat(kinds(check(plan))).containsExactly(kind);
  }

  @Test
  void what_is_a_warning_of_the_start_is_no_slowdown_as_well() {
    bench.admission().replicate(SERVER, "STALLED");
    bench.admission().recovered(SERVER, "i-left");

    var report = recovery();

    assertThat(report.warnings()).hasSize(2);
    assertThat(report.slowdowns()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.READY_WITH_WARNINGS);
  }

  @Test
  void a_drill_is_told_which_instances_it_replaces_and_since_when_they_are_up() {
    bench.admission().recovered(SERVER, "i-left");
    bench.drs().runs("i-left", NOON.minusSeconds(3600));

    var report = check(plan);

    assertThat(kinds(report)).containsExactly(Kind.LIVE_RECOVERY_INSTANCE);
    assertThat(report.slowdowns().head().message())
        .contains(SERVER.value(), "i-left", "up since 2026-03-01T11:00:00Z");
    assertThat(report.facts().servers().head().live().get().since())
        .contains(NOON.minusSeconds(3600));
  }

  @Test
  void instances_that_cannot_be_asked_for_do_not_block() {
    bench.admission().fail("liveInstances");

    assertThat(check(plan).slowdowns().single().message())
        .startsWith("It is not known whether")
        .endsWith("liveInstances is throttled");
    assertThat(recovery().warnings().single()).startsWith("It is not known whether");
  }

  @Test
  void a_termination_of_the_plans_servers_is_waited_for() {
    job("drsjob-end", "TERMINATE", SERVER, new SourceServerId("s-other"));
    job("drsjob-other", "TERMINATE", new SourceServerId("s-other"));

    assertThat(check(plan).slowdowns().single().message())
        .contains("drsjob-end", SERVER.value())
        .doesNotContain("s-other");
  }

  @ParameterizedTest
  @CsvSource({"14, false", "15, true", "19, true"})
  void a_quota_of_jobs_that_is_nearly_reached_is_told_of(int jobs, boolean told) {
    Vector.range(0, jobs).forEach(i -> job("drsjob-" + i, "TERMINATE"));

    assertThat(kinds(check(plan)).contains(Kind.JOBS_NEARLY_FULL)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"397, false", "398, true", "498, true"})
  void a_quota_of_servers_that_is_nearly_reached_is_told_of(int servers, boolean told) {
    var others = Vector.range(0, servers).map(i -> new SourceServerId("s-other-" + i));
    job("drsjob-big", "LAUNCH", others.toJavaArray(SourceServerId[]::new));

    assertThat(kinds(check(plan)).contains(Kind.SERVERS_IN_JOBS_NEARLY_FULL)).isEqualTo(told);
  }

  @Test
  void launch_settings_that_are_to_be_seen_to_are_told_by_wave() {
    var settings =
        new LaunchSettings(
            LaunchSettings.NONE.drs(),
            new LaunchSettings.OfTemplate(
                Option.none(),
                Option.some("subnet-1"),
                Vector.empty(),
                Option.none(),
                Option.none()));
    bench
        .store()
        .put(
            new ProtectionGroup(
                "pg-1",
                SampleWaves.REGION,
                Option.none(),
                HashMap.empty(),
                new GroupLaunchSettings(settings, HashMap.empty())));

    assertThat(check(plan).slowdowns().single().message())
        .startsWith("Wave 2 (Wave 2): the launch settings of 2 server(s)");
  }

  @Test
  void a_plan_that_is_being_cancelled_is_told_of() {
    run(plan);
    bench.startWave(RUNNING, 0);
    bench.useCases().cancel().cancel(RUNNING, requestBy("bob"));
    put(plan.value(), wave(0, "pg-0", new SourceServerId("s-of-nobody-else")));

    var report = check(plan);

    assertThat(report.stops()).isEmpty();
    assertThat(kinds(report)).containsExactly(Kind.PLAN_IS_BEING_CANCELLED);
  }

  @Test
  void what_the_plan_uses_of_limits_is_told() {
    var gated = SampleWaves.plan(0);
    put(
        plan.value(),
        new WavePlan(
            gated.number(), gated.name(), gated.protectionGroupId(), gated.serverIds(), true),
        SampleWaves.plan(1));

    var facts = check(plan).facts();

    assertThat(facts.budget()).isEqualTo(WorkflowBudget.of(2, 1));
    assertThat(facts.waves().map(wave -> wave.target().get().servers().size()))
        .containsExactly(2, 2);
    assertThat(facts.regions().single().largestWave()).isEqualTo(2);
    assertThat(facts.servers()).hasSize(4);
  }

  @Test
  void what_is_cancelled_or_runs_elsewhere_is_no_cancellation_of_this_plan() {
    var other = put("other", wave(0, "pg-0", new SourceServerId("s-of-nobody-else")));
    run(other);
    bench.startWave(RUNNING, 0);
    bench.useCases().cancel().cancel(RUNNING, requestBy("bob"));
    assertThat(kinds(check(plan))).isEmpty();

    var another = new ExecutionId("another");
    var command = Workbench.start(Option.some(another), plan, ExecutionType.DRILL);
    assertThat(bench.useCases().create().create(command).isRight()).isTrue();
    assertThat(kinds(check(plan))).isEmpty();
  }

  /** Gates are what makes the difference: 6,000 events once, 8 a wave and 13 a gate. */
  @Test
  void a_plan_that_may_spend_more_than_half_of_a_history_is_told_of() {
    var waves = Vector.range(0, 310).map(n -> SampleWaves.plan(n, 1));

    assertThat(kinds(check(bench.save(waves)))).doesNotContain(Kind.LARGE_PLAN);
    assertThat(
            check(bench.save(waves.map(SampleWaves::gated)))
                .slowdowns()
                .filter(slowdown -> slowdown.kind() == Kind.LARGE_PLAN)
                .map(Slowdown::message))
        .containsExactly("With 310 waves a workflow may spend 12510 of 25000 history events");
  }

  /** A byte more of a name is a byte more of the item. */
  @Test
  void the_size_of_the_item_counts_the_names_in_the_plan() {
    var small = check(put("small", wave(0, "pg-0", SERVER))).facts().itemBytes().get();
    var named =
        new WavePlan(
            WaveNumber.FIRST, "W0" + "x".repeat(7), Option.some("pg-0"), Vector.of(SERVER), false);

    assertThat(check(put("named", named)).facts().itemBytes()).containsExactly(small + 7);
  }

  @Test
  void a_server_of_which_no_name_is_known_goes_by_its_id() {
    bench.admission().recovered(SERVER, "i-left");
    bench.admission().fail("replication");

    assertThat(recovery().warnings().single())
        .startsWith("Server " + SERVER + " has the live recovery instance i-left");
  }

  @Test
  void since_when_instances_are_up_may_be_unknown() {
    bench.admission().recovered(SERVER, "i-left");
    bench.drs().fail("instances");

    assertThat(check(plan).slowdowns().single().message())
        .isEqualTo(
            "Server %s has the live recovery instance i-left, which this drill replaces"
                .formatted(SERVER));
  }

  /** The role that a caller names is for the account that he names. */
  @Test
  void a_role_that_a_caller_names_is_used_in_its_account_alone() {
    group("pg-far", Option.some(FOREIGN));
    group("pg-farther", Option.some("777788889999"));
    var both =
        put(
            "both",
            wave(0, "pg-far", SampleServers.serverId(5, 0)),
            wave(1, "pg-farther", SampleServers.serverId(6, 0)));
    var given = new AccountContext(FOREIGN, Option.some("TheirRole"), Option.none(), false);
    var command = Workbench.start(both);

    var report =
        bench
            .useCases()
            .preflight()
            .check(
                new StartPlan(
                    Option.none(),
                    both,
                    command.type(),
                    command.initiatedBy(),
                    command.request(),
                    Option.some(given)));

    assertThat(report.facts().regions().map(region -> region.scope().account().roleName()))
        .containsExactly("TheirRole", AccountContext.DEFAULT_ROLE_NAME);
  }
}
