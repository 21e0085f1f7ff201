package io.drsorchestrator.application.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.LaunchedInstance;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What still costs money, from records of every age. */
final class LiveInstancesTest {

  private static final LiveInstances NONE = new LiveInstances(Vector.empty());

  private static Map<String, Object> launched(String id, long launchTime) {
    return Map.of("launchStatus", "LAUNCHED", "instanceId", id, "launchTime", launchTime);
  }

  private static Map<String, Object> wave(Object... servers) {
    return Map.of("serverStatuses", List.of(servers));
  }

  private static LiveInstances of(Object... waves) {
    return LiveInstances.of(new StoredFields(Map.of("waves", List.of(waves))));
  }

  @Test
  void counts_what_was_launched_in_all_waves_since_the_first_of_them() {
    var live = of(wave(launched("i-1", 200), launched("i-2", 100)), wave(launched("i-3", 300)));

    assertThat(live.count()).isEqualTo(3);
    assertThat(live.since()).contains(Instant.ofEpochSecond(100));
    assertThat(live.summary()).isEqualTo(Map.of("count", 3, "since", 100L));
  }

  /** What somebody needs who has to end them: which, where, since when. */
  @Test
  void names_each_with_its_server_place_wave_and_age() {
    var first =
        Map.of(
            "sourceServerId", "s-1",
            "serverName", "web01",
            "launchStatus", "LAUNCHED",
            "recoveryInstanceId", "i-1",
            "launchTime", 100L);
    var item =
        Map.of(
            "accountContext",
            Map.of("accountId", "222233334444"),
            "accountId",
            "111122223333",
            "waves",
            List.of(
                wave(Map.of("launchStatus", "FAILED")),
                Map.of("region", "eu-west-1", "serverStatuses", List.of(first))));

    assertThat(LiveInstances.of(new StoredFields(item)).asMap().get("instances"))
        .isEqualTo(
            List.of(
                Map.of(
                    "instanceId", "i-1",
                    "sourceServerId", "s-1",
                    "serverName", "web01",
                    "accountId", "222233334444",
                    "region", "eu-west-1",
                    "waveNumber", 1,
                    "since", 100L)));
  }

  @Test
  void an_account_without_its_role_is_known_all_the_same() {
    var item = Map.of("accountId", "111122223333", "waves", List.of(wave(launched("i-1", 100))));

    assertThat(LiveInstances.of(new StoredFields(item)).all().head().accountId())
        .contains("111122223333");
  }

  @Test
  void a_wave_of_an_older_system_has_the_region_of_the_job_that_is_on_record() {
    var item =
        Map.of(
            "accountId",
            "111122223333",
            "drsJobId",
            "drsjob-2",
            "drsRegion",
            "us-west-2",
            "waves",
            List.of(
                Map.of("jobId", "drsjob-1", "serverStatuses", List.of(launched("i-1", 1))),
                Map.of("jobId", "drsjob-2", "serverStatuses", List.of(launched("i-2", 2)))));

    assertThat(LiveInstances.of(new StoredFields(item)).all().map(LaunchedInstance::region))
        .containsExactly(Option.none(), Option.some("us-west-2"));
  }

  @Test
  void times_of_older_systems_may_be_in_milliseconds() {
    assertThat(of(wave(launched("i-1", 1_772_366_400_000L))).since())
        .contains(Instant.ofEpochSecond(1_772_366_400));
  }

  /** DRS may refuse, or fail: the money goes on. */
  @Test
  void a_termination_that_nobody_has_confirmed_closes_nothing() {
    var item =
        Map.of(
            "terminationRequest",
            Map.of("requestedBy", "dora", "requestedAt", 200L),
            "terminateJobs",
            List.of(Map.of("jobId", "drsjob-9", "region", "eu-west-1")),
            "waves",
            List.of(wave(launched("i-1", 100))));

    assertThat(LiveInstances.of(new StoredFields(item)).count()).isOne();
  }

  @Test
  void what_was_never_launched_costs_nothing() {
    assertThat(of(wave(Map.of("launchStatus", "FAILED"), Map.of("launchStatus", "PENDING"))))
        .isEqualTo(NONE);
    assertThat(of()).isEqualTo(NONE);
  }

  @Test
  void an_instance_costs_money_before_drs_calls_it_launched() {
    assertThat(of(wave(Map.of("launchStatus", "IN_PROGRESS", "recoveryInstanceId", "i-1"))).count())
        .isOne();
  }

  @Test
  void a_server_that_launched_counts_although_its_instance_has_no_name_yet() {
    var live = of(wave(Map.of("launchStatus", "LAUNCHED", "launchTime", 0L)));

    assertThat(live.count()).isOne();
    assertThat(live.since()).isEmpty();
  }

  @Test
  void an_instance_that_ec2_saw_end_costs_nothing() {
    var gone = new HashMap<>(launched("i-1", 100));
    gone.put("instanceState", "terminated");

    assertThat(of(wave(gone))).isEqualTo(NONE);
  }

  @Test
  void a_termination_that_is_complete_closes_it() {
    var item = Map.of("instancesTerminated", true, "waves", List.of(wave(launched("i-1", 100))));

    assertThat(LiveInstances.of(new StoredFields(item))).isEqualTo(NONE);
  }

  @Test
  void servers_of_older_systems_have_another_name() {
    assertThat(of(Map.of("serverExecutions", List.of(launched("i-1", 100)))).count()).isOne();
  }

  @Test
  void a_list_is_told_a_number_and_a_time_if_that_is_known() {
    var answer = new HashMap<String, Object>();
    answer.put("count", 1);
    answer.put("since", 100L);
    assertThat(of(Map.of("serverExecutions", List.of(launched("i-1", 100)))).summary())
        .isEqualTo(answer);
    answer.put("count", 0);
    answer.put("since", null);
    assertThat(NONE.summary()).isEqualTo(answer);
  }

  @Test
  void what_is_stored_may_have_any_shape() {
    var odd = new HashMap<String, Object>();
    odd.put("launchStatus", 7);
    odd.put("instanceId", null);
    odd.put("launchTime", "soon");

    assertThat(of(wave(odd), "wave", 3)).isEqualTo(NONE);
  }
}
