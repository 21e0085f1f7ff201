package io.drsorchestrator.application.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What still costs money, from records of every age. */
final class LiveInstancesTest {

  private static final LiveInstances NONE = new LiveInstances(0, Option.none());

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
    assertThat(of(wave(launched("i-1", 200), launched("i-2", 100)), wave(launched("i-3", 300))))
        .isEqualTo(new LiveInstances(3, Option.some(100L)));
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
    assertThat(of(wave(Map.of("launchStatus", "LAUNCHED", "launchTime", 0L))))
        .isEqualTo(new LiveInstances(1, Option.none()));
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
  void what_is_stored_may_have_any_shape() {
    var odd = new HashMap<String, Object>();
    odd.put("launchStatus", 7);
    odd.put("instanceId", null);
    odd.put("launchTime", "soon");

    assertThat(of(wave(odd), "wave", 3)).isEqualTo(NONE);
  }
}
