package io.drsorchestrator.application.contract;

import static io.drsorchestrator.application.port.WriteOutcome.CONFLICT;
import static io.drsorchestrator.domain.Moments.NOON;
import static io.drsorchestrator.domain.execution.Executions.requestBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.OperatorRequest;
import io.drsorchestrator.domain.wave.SampleWaves;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who asked for what, and why, stays with the execution after it has been done. */
public abstract class OperatorRequestsContract extends StoreContract {

  private static final long NOW = NOON.getEpochSecond();

  private static Object log(Recorded recorded) {
    return recorded.document().getOrDefault("operatorRequests", List.of());
  }

  private static Map<String, Object> entry(String command, String name) {
    return Map.of("command", command, "requestedBy", name, "requestedAt", NOW, "reason", "because");
  }

  private static Map<String, Object> entry(String command, String name, long wave) {
    var entry = new TreeMap<>(entry(command, name));
    entry.put("waveNumber", wave);
    return entry;
  }

  /** A decision at a gate, which has been waiting for it. */
  private static Map<String, Object> decision(Map<String, Object> request) {
    var entry = new TreeMap<>(request);
    entry.put("waitingSince", NOW);
    return entry;
  }

  @Test
  void a_cancel_at_a_gate_tells_how_long_that_has_waited_unless_it_was_decided_before() {
    var undecided = executionWithGate(3, 0);
    undecided.pause().requestCancel();
    var decided = executionWithGate(3, 0);
    decided.pause().requestResume().requestCancel();

    assertThat(log(undecided)).isEqualTo(List.of(decision(entry("cancel", "carol"))));
    assertThat(log(decided))
        .isEqualTo(List.of(decision(entry("resume", "dora", 0)), entry("cancel", "carol")));
  }

  @Test
  void nobody_has_asked_for_anything_yet() {
    assertThat(log(execution(1))).isEqualTo(List.of());
  }

  @Test
  void every_request_is_kept_in_order_when_it_is_fulfilled() {
    var recorded = executionWithGate(3, 0);
    recorded.pause().requestResume().resume().launch().requestPause().observe(SampleWaves::success);
    recorded.pause().requestResume().requestCancel();

    assertThat(log(recorded))
        .isEqualTo(
            List.of(
                decision(entry("resume", "dora", 0)),
                entry("pause", "bob", 1),
                decision(entry("resume", "dora", 1)),
                entry("cancel", "carol")));
    assertThat(recorded.document()).doesNotContainKeys("pauseRequest", "resumeRequest");
  }

  @Test
  void a_cancel_that_waits_for_a_wave_is_kept_once() {
    var recorded = execution(2).launch().requestCancel();
    recorded.observe(SampleWaves::success).finishCancel();

    assertThat(log(recorded)).isEqualTo(List.of(entry("cancel", "carol")));
  }

  @Test
  void without_a_reason_there_is_none() {
    var recorded = execution(2);
    var request = new OperatorRequest("bob", Option.none(), NOON);
    store().gates().requestPause(recorded.startable().requestPause(request).get());

    assertThat(log(recorded))
        .isEqualTo(
            List.of(
                Map.of(
                    "command",
                    "pause",
                    "requestedBy",
                    "bob",
                    "requestedAt",
                    NOW,
                    "waveNumber",
                    0L)));
  }

  @Test
  void a_request_that_lost_is_not_kept() {
    var recorded = execution(2);
    var read = recorded.startable();
    recorded.requestCancel();

    assertThat(store().gates().requestPause(read.requestPause(requestBy("eve")).get()))
        .isEqualTo(CONFLICT);

    assertThat(log(recorded)).isEqualTo(List.of(entry("cancel", "carol")));
  }
}
