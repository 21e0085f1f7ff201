package io.drsorchestrator.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.local.simulate.scenario.Draw;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A failing seed is told by what it takes to fail, and by nothing else. */
final class ShrinkingTest {

  @Test
  void a_counterexample_keeps_what_breaks_the_promise_and_loses_the_rest() {
    var forgetful = Sabotage.named("a cancel is answered and not stored");
    var simulator = new Simulator(Optional.empty(), forgetful.wiring());
    var failing =
        simulator.run(1, 150, 2).violations().entrySet().stream()
            .filter(broken -> broken.getValue().invariant().equals("I8"))
            .findFirst()
            .orElseThrow();

    var example = simulator.shrink(failing.getKey(), "I8");

    var whole = Draw.scenario(failing.getKey(), Optional.empty());
    assertThat(example.scenario().size()).isLessThan(whole.size());
    assertThat(example.scenario().troubles()).isEmpty();
    assertThat(example.steps()).anyMatch(step -> step.contains("an operator asks for CANCEL"));
    assertThat(example.steps()).hasSizeLessThanOrEqualTo(5);
    assertThat(example.violation().invariant()).isEqualTo("I8");
    assertThat(example.story()).contains("an operator asks for CANCEL");
  }

  @Test
  void the_historical_defect_needs_no_fault_at_all() {
    var simulator = new Simulator(Optional.empty(), Sabotage.named("D1").wiring());
    var failing = simulator.run(1, 10, 2).violations().firstKey();

    var example = simulator.shrink(failing, "I3");

    assertThat(example.scenario().faults()).isEmpty();
    assertThat(example.scenario().actions()).hasSize(1);
  }
}
