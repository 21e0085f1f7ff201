package io.drsorchestrator.application.wave;

import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.application.create.StartPlan;
import io.drsorchestrator.application.memory.Workbench;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.application.port.GroupLaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings;
import io.drsorchestrator.application.port.LaunchSettings.OfDrs;
import io.drsorchestrator.application.port.LaunchSettings.OfTemplate;
import io.drsorchestrator.application.port.ProtectionGroups.ProtectionGroup;
import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.ExecutionId;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.ExecutionType;
import io.drsorchestrator.domain.execution.Executions;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchPostponed;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchSettingsChanged;
import io.drsorchestrator.domain.execution.LifecycleEvent.LaunchSettingsNotApplied;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The launch settings of a protection group, between the claim of a wave and its launch. */
class LaunchPreparationTest {

  static final LaunchSettings LARGE = template(Option.some("m5.large"), Option.none());
  private static final LaunchSettings ISOLATED =
      template(Option.none(), Option.some("subnet-isolated"));
  private static final DrsScope HERE = new DrsScope(Workbench.HUB, SampleWaves.REGION);
  private static final Vector<SourceServerId> SERVERS = SampleWaves.plan(0).serverIds();

  private final Workbench bench = new Workbench();

  private static LaunchSettings template(Option<String> type, Option<String> subnet) {
    return new LaunchSettings(
        LaunchSettings.NONE.drs(),
        new OfTemplate(type, subnet, Vector.empty(), Option.none(), Option.none()));
  }

  /** The group of the first sample wave. */
  static ProtectionGroup group(LaunchSettings settings) {
    return group(new GroupLaunchSettings(settings, HashMap.empty()));
  }

  private static ProtectionGroup group(GroupLaunchSettings settings) {
    return new ProtectionGroup(
        "pg-0", SampleWaves.REGION, Option.none(), HashMap.empty(), settings);
  }

  private ExecutionId drill(LaunchSettings settings) {
    var id = bench.started(1);
    bench.store().put(group(settings));
    return id;
  }

  private ExecutionId recovery(LaunchSettings settings) {
    return recovery(settings, Option.none());
  }

  private ExecutionId recovery(LaunchSettings settings, Option<String> account) {
    var plan = bench.save(Vector.of(SampleWaves.plan(0)));
    var group = group(settings);
    bench
        .store()
        .put(
            new ProtectionGroup(
                group.groupId(),
                group.region(),
                account,
                group.serverSelectionTags(),
                group.launchSettings()));
    var start =
        new StartPlan(
            Option.none(),
            plan,
            ExecutionType.RECOVERY,
            "alice",
            Executions.requestBy("alice"),
            Option.none());
    return bench.useCases().create().create(start).get().decision().key().executionId();
  }

  private LaunchSettings settingsOf(SourceServerId server) {
    return bench.configurations().settingsOf(HERE, server);
  }

  private Option<String> warning(ExecutionId id) {
    var document = bench.store().ports().documents().document(id).get();
    var waves = (List<?>) Option.of(document.get("waves")).get();
    return Option.of(((Map<?, ?>) waves.get(0)).get("launchWarning")).map(Object::toString);
  }

  @Test
  void every_server_is_given_the_settings_before_it_is_launched() {
    var id = drill(LARGE);

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);

    assertThat(SERVERS.map(this::settingsOf)).containsOnly(LARGE);
    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(warning(id)).isEmpty();
    assertThat(bench.journal().events(LaunchSettingsChanged.class))
        .containsExactly(new LaunchSettingsChanged(WaveNumber.FIRST, SERVERS));
  }

  @Test
  void a_group_without_settings_costs_no_call() {
    var id = bench.started(1);

    bench.startWave(id, 0);

    assertThat(bench.configurations().calls()).isZero();
  }

  @Test
  void settings_are_given_in_the_account_and_region_of_the_servers() {
    var id = recovery(LARGE, Option.some("444455556666"));
    var account = ((ActiveExecution) bench.read(id)).facts().details().account();

    bench.startWave(id, 0);

    var there = new DrsScope(account, SampleWaves.REGION);
    assertThat(bench.configurations().settingsOf(there, SERVERS.head())).isEqualTo(LARGE);
    assertThat(settingsOf(SERVERS.head())).isEqualTo(LaunchSettings.NONE);
  }

  @Test
  void a_server_with_settings_of_its_own_is_given_those() {
    var id = bench.started(1);
    bench.store().put(group(new GroupLaunchSettings(LARGE, HashMap.of(SERVERS.get(1), ISOLATED))));

    bench.startWave(id, 0);

    assertThat(settingsOf(SERVERS.get(0))).isEqualTo(LARGE);
    assertThat(settingsOf(SERVERS.get(1))).isEqualTo(ISOLATED);
  }

  @Test
  void a_retry_that_finds_everything_as_it_should_be_changes_nothing_and_says_nothing() {
    var id = drill(LARGE);
    bench.drs().limit(0);
    bench.clock().pass(bench.startWave(id, 0).next().after());
    bench.drs().limit(20);

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(bench.journal().events(LaunchSettingsChanged.class)).hasSize(1);
  }

  @Test
  void a_server_that_cannot_be_set_does_not_stop_a_recovery_and_the_wave_says_so() {
    var id = recovery(ISOLATED);
    bench.configurations().refuse(SERVERS.head(), "no such subnet");

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.AWAIT_WAVE);

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(settingsOf(SERVERS.get(1))).isEqualTo(ISOLATED);
    assertThat(warning(id).get()).contains("1 server", SERVERS.head().value(), "no such subnet");
    assertThat(bench.journal().events(LaunchSettingsNotApplied.class))
        .containsExactly(
            new LaunchSettingsNotApplied(WaveNumber.FIRST, SERVERS.head(), "no such subnet"));
  }

  /** The copy of a production server must not come up in production. */
  @Test
  void a_drill_whose_network_cannot_be_set_is_not_launched() {
    var id = drill(ISOLATED);
    bench.configurations().refuse(SERVERS.head(), "no such subnet");

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);

    assertThat(bench.jobs(id, 0)).isEmpty();
    assertThat(((EndedWave) bench.wave(id, 0)).message().get())
        .contains("another network", SERVERS.head().value(), "no such subnet");
  }

  @Test
  void a_drill_whose_instance_type_cannot_be_set_is_launched() {
    var id = drill(LARGE);
    bench.configurations().refuse(SERVERS.head(), "no such type");

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(warning(id).get()).contains("no such type");
  }

  @Test
  void what_may_pass_is_waited_for() {
    var id = drill(LARGE);
    bench.configurations().fail();

    var postponed = bench.startWave(id, 0);

    assertThat(postponed.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(postponed.next().after()).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(1));
    assertThat(bench.jobs(id, 0)).isEmpty();
    assertThat(bench.journal().events(LaunchPostponed.class)).hasSize(1);
    assertThat(bench.journal().events(LaunchSettingsNotApplied.class)).isEmpty();

    bench.configurations().recover();
    bench.clock().pass(postponed.next().after());
    bench.startWave(id, 0);
    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(warning(id)).isEmpty();
  }

  /** It had its effect, and nobody was told: the next attempt finds it done. */
  @Test
  void a_lost_answer_is_asked_for_again() {
    var id = drill(ISOLATED);
    bench.configurations().loseAnswer();
    var postponed = bench.startWave(id, 0);
    assertThat(postponed.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    bench.clock().pass(postponed.next().after());

    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(SERVERS.map(this::settingsOf)).containsOnly(ISOLATED);
    assertThat(warning(id)).isEmpty();
  }

  @Test
  void but_not_for_ever() {
    var id = recovery(ISOLATED);
    bench.configurations().fail();
    var began = bench.clock().instant();
    var decision = bench.startWave(id, 0);
    while (decision.next().kind() == NextStep.Kind.START_WAVE) {
      bench.clock().pass(decision.next().after());
      decision = bench.startWave(id, 0);
    }

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(Duration.between(began, bench.clock().instant()))
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    assertThat(warning(id).get()).contains("2 servers");
  }

  @Test
  void a_drill_waits_as_long_and_then_fails_rather_than_to_reach_another_network() {
    var id = drill(ISOLATED);
    bench.configurations().fail();
    bench.startWave(id, 0);
    bench.clock().pass(Duration.ofMinutes(11));

    assertThat(bench.startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.FAIL);
    assertThat(bench.jobs(id, 0)).isEmpty();
  }

  /** Each server takes 50 seconds, and an invocation two minutes. */
  @Test
  void what_does_not_fit_into_an_invocation_is_done_by_the_next_one() {
    var slow = new Workbench[1];
    slow[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("LaunchConfigurations.ensure")) {
                slow[0].clock().pass(Duration.ofSeconds(50));
              }
              return effect.get();
            });
    var id = slow[0].started(Vector.of(SampleWaves.plan(0, 3)));
    slow[0].store().put(group(LARGE));

    var postponed = slow[0].startWave(id, 0);

    assertThat(postponed.next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(slow[0].configurations().calls()).isEqualTo(2);
    assertThat(slow[0].jobs(id, 0)).isEmpty();
  }

  /** Past its lease another invocation may launch the wave. */
  @Test
  void nothing_is_launched_by_an_invocation_that_has_no_time_left_for_it() {
    var slow = new Workbench[1];
    slow[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("LaunchConfigurations.ensure")) {
                slow[0].clock().pass(Duration.ofSeconds(80));
              }
              return effect.get();
            });
    var id = slow[0].started(Vector.of(SampleWaves.plan(0, 1)));
    slow[0].store().put(group(LARGE));

    assertThat(slow[0].startWave(id, 0).next().kind()).isEqualTo(NextStep.Kind.START_WAVE);
    assertThat(slow[0].jobs(id, 0)).isEmpty();
  }

  @Test
  void a_cancel_while_servers_are_being_set_wins() {
    var self = new Workbench[1];
    var ids = new ExecutionId[1];
    self[0] =
        new Workbench(
            (call, effect) -> {
              if (call.equals("LaunchConfigurations.ensure")) {
                self[0].useCases().cancel().cancel(ids[0], requestBy("carol"));
              }
              return effect.get();
            });
    ids[0] = self[0].started(1);
    self[0].store().put(group(LARGE));

    var ended = self[0].run(ids[0], self[0].startWave(ids[0], 0));

    assertThat(self[0].drs().jobs()).isEmpty();
    assertThat(ended.status()).isEqualTo(ExecutionStatus.CANCELLED);
  }

  @Test
  void an_address_that_several_servers_would_have_is_given_to_none_of_them() {
    var shared =
        new LaunchSettings(
            LaunchSettings.NONE.drs(),
            new OfTemplate(
                Option.some("m5.large"),
                Option.none(),
                Vector.empty(),
                Option.none(),
                Option.some("10.0.0.9")));
    var id = drill(shared);

    bench.startWave(id, 0);

    assertThat(SERVERS.map(this::settingsOf)).containsOnly(LARGE);
    assertThat(warning(id).get()).contains("staticPrivateIp");
  }

  @Test
  void a_wave_of_one_server_gets_its_address_and_the_instance_to_be_put_into() {
    var single =
        new LaunchSettings(
            new OfDrs(
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none(),
                Option.none(),
                Option.some("i-00000000000000001")),
            new OfTemplate(
                Option.none(),
                Option.none(),
                Vector.empty(),
                Option.none(),
                Option.some("10.0.0.9")));
    var id = bench.started(Vector.of(SampleWaves.plan(0, 1)));
    bench.store().put(group(single));

    bench.startWave(id, 0);

    assertThat(settingsOf(SampleWaves.plan(0, 1).serverIds().single())).isEqualTo(single);
    assertThat(warning(id)).isEmpty();
  }

  /** It is logged, and an answer of AWS repeats what somebody typed. */
  @Test
  void a_reason_is_one_line() {
    var id = recovery(LARGE);
    bench.configurations().refuse(SERVERS.head(), "no type 'a\nb\u0007'");

    bench.startWave(id, 0);

    assertThat(warning(id).get()).contains("no type 'a b '").doesNotContain("\n");
  }

  @Test
  void a_warning_is_short_however_much_went_wrong() {
    var wave = SampleWaves.plan(0, 100);
    var plan = bench.save(Vector.of(wave));
    bench.store().put(group(LARGE));
    wave.serverIds().forEach(id -> bench.configurations().refuse(id, "no ".repeat(500)));
    var id =
        bench
            .useCases()
            .create()
            .create(Workbench.start(plan))
            .get()
            .decision()
            .key()
            .executionId();

    bench.startWave(id, 0);

    assertThat(warning(id).get()).hasSizeLessThanOrEqualTo(1000).contains("100 servers");
  }

  /** The settings are right by now, whatever the attempt before has stored. */
  @Test
  void a_retry_that_can_set_everything_takes_the_warning_back() {
    var id = recovery(LARGE);
    bench.configurations().refuse(SERVERS.head(), "no such type");
    bench.drs().limit(0);
    var postponed = bench.startWave(id, 0);
    assertThat(warning(id)).isNotEmpty();

    bench.configurations().recover();
    bench.drs().limit(20);
    bench.clock().pass(postponed.next().after());
    bench.startWave(id, 0);

    assertThat(bench.jobs(id, 0)).hasSize(1);
    assertThat(warning(id)).isEmpty();
  }

  /** A write costs money, and can conflict. */
  @Test
  void nothing_is_stored_where_there_is_nothing_to_warn_of() {
    var warnings = new int[1];
    var counting =
        new Workbench(
            (call, effect) -> {
              warnings[0] += call.equals("WaveClaims.warn") ? 1 : 0;
              return effect.get();
            });
    var plain = counting.started(1);
    counting.drs().limit(0);
    counting.clock().pass(counting.startWave(plain, 0).next().after());
    counting.startWave(plain, 0);
    counting.drs().limit(20);
    counting.startWave(plain, 0);
    var set = counting.started(Vector.of(SampleWaves.plan(0)));
    counting.store().put(group(LARGE));
    counting.startWave(set, 0);

    assertThat(warnings[0]).isZero();
  }

  @Test
  void what_is_waited_for_is_told_with_its_reason() {
    drill(LARGE);
    var id = drill(LARGE);
    bench.configurations().fail();

    bench.startWave(id, 0);

    assertThat(bench.journal().events(LaunchPostponed.class).single().reason())
        .startsWith("Not yet applied launch settings of 2 servers: ");
  }

  @Test
  void a_problem_of_240_characters_is_told_as_it_is() {
    var fits = SERVERS.head() + ": " + "x".repeat(240 - SERVERS.head().value().length() - 2);

    assertThat(LaunchWarning.unfinished(Vector.of(fits)))
        .isEqualTo("Not yet applied launch settings of 1 servers: " + fits);
    assertThat(LaunchWarning.unfinished(Vector.of(fits + "x")))
        .isEqualTo(
            "Not yet applied launch settings of 1 servers: " + fits.substring(0, 237) + "...");
  }
}
