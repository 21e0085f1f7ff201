package io.drsorchestrator.adapter.out.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drsorchestrator.adapter.out.Scopes;
import io.drsorchestrator.application.port.AwsUnavailableException;
import io.drsorchestrator.application.port.DrsScope;
import io.drsorchestrator.domain.server.RecoveryInstance;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedInstancesTest {

  private static final RecoveryInstance STOPPED = inState("stopped");
  private static final RecoveryInstance SETTLED = inState("running");

  private final List<Vector<String>> asked = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Map<String, RecoveryInstance> known = HashMap.of("i-1", STOPPED, "i-2", STOPPED);
  private final CachedInstances cached =
      new CachedInstances(this::origin, () -> now, CachedInstances.DEFAULT_TIME_TO_LIVE);

  @Test
  void answers_from_memory_for_a_minute() {
    ask("i-1", "i-2");
    pass(Duration.ofSeconds(59));

    assertThat(ask("i-1", "i-2")).isEqualTo(known);
    assertThat(asked).containsExactly(Vector.of("i-1", "i-2"));
  }

  @Test
  void asks_again_after_a_minute() {
    ask("i-1");
    pass(Duration.ofSeconds(60));
    known = HashMap.of("i-1", SETTLED);

    assertThat(ask("i-1")).isEqualTo(known);
    assertThat(asked).hasSize(2);
  }

  @Test
  void asks_only_for_what_it_does_not_remember() {
    ask("i-1");

    assertThat(ask("i-1", "i-2")).isEqualTo(known);
    assertThat(asked).containsExactly(Vector.of("i-1"), Vector.of("i-2"));
  }

  @Test
  void does_not_remember_that_an_instance_was_unknown() {
    known = HashMap.empty();
    ask("i-1");
    known = HashMap.of("i-1", STOPPED);

    assertThat(ask("i-1")).isEqualTo(known);
  }

  @Test
  void keeps_what_is_complete_and_running_for_ten_minutes() {
    known = HashMap.of("i-1", SETTLED);
    ask("i-1");
    pass(Duration.ofSeconds(599));
    ask("i-1");
    assertThat(asked).hasSize(1);

    pass(Duration.ofSeconds(1));
    ask("i-1");
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_running_instance_without_a_hostname_is_not_complete() {
    known =
        HashMap.of(
            "i-1",
            new RecoveryInstance(
                SETTLED.privateIp(),
                Option.none(),
                SETTLED.instanceType(),
                SETTLED.state(),
                SETTLED.launchTime()));
    ask("i-1");
    pass(Duration.ofSeconds(10));
    ask("i-1");

    assertThat(asked).hasSize(2);
  }

  /** The next poll may be the last of its wave. */
  @Test
  void what_is_starting_is_asked_for_again_by_the_next_poll() {
    known = HashMap.of("i-1", inState("pending"));
    ask("i-1");
    pass(Duration.ofSeconds(9));
    ask("i-1");
    assertThat(asked).hasSize(1);

    pass(Duration.ofSeconds(1));
    ask("i-1");
    assertThat(asked).hasSize(2);
  }

  @Test
  void does_not_mix_up_regions_and_accounts() {
    ask("i-1");
    cached.instances(Scopes.in("eu-west-1"), Vector.of("i-1"));
    cached.instances(Scopes.inAnotherAccount(), Vector.of("i-1"));

    assertThat(asked).hasSize(3);
  }

  @Test
  void no_ids_make_no_call() {
    assertThat(ask()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void a_fault_is_passed_on_and_not_remembered() {
    var fault = new AwsUnavailableException("no answer", new IllegalStateException());
    var faults = new ArrayList<>(List.of(fault));
    var flaky =
        new CachedInstances(
            (scope, ids) -> {
              if (!faults.isEmpty()) {
                throw faults.remove(0);
              }
              return known;
            },
            () -> now,
            Duration.ofSeconds(60));

    assertThatThrownBy(() -> flaky.instances(Scopes.HERE, Vector.of("i-1"))).isSameAs(fault);
    assertThat(flaky.instances(Scopes.HERE, Vector.of("i-1"))).isEqualTo(known);
  }

  private Map<String, RecoveryInstance> origin(DrsScope scope, Vector<String> ids) {
    asked.add(ids);
    return known.filterKeys(ids::contains);
  }

  private Map<String, RecoveryInstance> ask(String... ids) {
    return cached.instances(Scopes.HERE, Vector.of(ids));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static RecoveryInstance inState(String state) {
    return new RecoveryInstance(
        Option.some("10.0.0.1"),
        Option.some("host"),
        Option.some("t3.micro"),
        Option.some(state),
        Option.some(Instant.parse("2026-03-01T11:59:00Z")));
  }
}
