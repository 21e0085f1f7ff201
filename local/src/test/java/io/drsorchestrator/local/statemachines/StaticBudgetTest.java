package io.drsorchestrator.local.statemachines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.drsorchestrator.application.create.WorkflowBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the machines spend of their 25,000 events, counted on their graphs by the published costs of
 * a state. HistoryBudgetTest counts the same on runs: each checks the other.
 */
final class StaticBudgetTest {

  private static final int LIMIT = 25_000;

  /** A plan of which the parent has to bear the most. */
  private static final int MOST_WAVES = 100;

  private static int cost(JsonNode state) {
    return switch (state.path("Type").asText()) {
      case "Task" -> {
        var resource = state.path("Resource").asText();
        yield resource.contains(".sync") || resource.contains(".waitForTaskToken") ? 6 : 5;
      }
      case "Wait", "Choice", "Pass" -> 2;
      default -> 1;
    };
  }

  private static Set<String> nexts(JsonNode state) {
    var nexts = new HashSet<>(state.findValuesAsText("Next"));
    if (state.has("Default")) {
      nexts.add(state.path("Default").asText());
    }
    return nexts;
  }

  /** All ways from {@code start} back to it that pass no state twice. */
  private static List<List<String>> loops(Asl machine, String start) {
    var loops = new ArrayList<List<String>>();
    follow(machine, start, List.of(start), loops);
    return loops;
  }

  private static void follow(
      Asl machine, String start, List<String> path, List<List<String>> loops) {
    for (var next : nexts(machine.state(path.get(path.size() - 1)))) {
      if (next.equals(start)) {
        loops.add(path);
      } else if (!path.contains(next)) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        follow(machine, start, longer, loops);
      }
    }
  }

  private static int cost(Asl machine, List<String> path) {
    return path.stream().map(machine::state).mapToInt(StaticBudgetTest::cost).sum();
  }

  private static int dearest(Asl machine, String start, String via) {
    return loops(machine, start).stream()
        .filter(loop -> loop.contains(via))
        .filter(loop -> !loop.contains("ReadAgain"))
        .mapToInt(loop -> cost(machine, loop))
        .max()
        .orElseThrow();
  }

  @Test
  void a_poll_and_a_wait_for_a_launch_cost_nine_events() {
    assertThat(dearest(Asl.WAVE, "WaveStep", "PollWave")).isEqualTo(9);
    assertThat(dearest(Asl.WAVE, "WaveStep", "StartWave")).isEqualTo(9);
    assertThat(loops(Asl.WAVE, "WaveStep")).hasSize(2);
  }

  @Test
  void a_wave_costs_its_parent_eight_events_and_a_gate_thirteen() {
    assertThat(dearest(Asl.EXECUTION, "NextStep", "RecoverWave")).isEqualTo(8);
    assertThat(dearest(Asl.EXECUTION, "NextStep", "PauseBeforeWave")).isEqualTo(13);
  }

  /**
   * Every wave has a gate, one gate waits for a year, and every step is read again as often as may
   * be.
   */
  @Test
  void the_worst_plan_stays_far_below_the_limit() {
    int tokens = maxAttempts("PauseBeforeWave", "States.Timeout") * 4;
    int readAgain = 5 * dearestWithReadAgain();
    int worst = 10 + MOST_WAVES * (8 + 13) + tokens + readAgain + 20;

    assertThat(worst).isLessThan(LIMIT / 2);
    assertThat(WorkflowBudget.of(MOST_WAVES, MOST_WAVES).execution())
        .as("what a preflight tells")
        .isBetween(worst, LIMIT / 2);
  }

  private static int dearestWithReadAgain() {
    return loops(Asl.EXECUTION, "NextStep").stream()
        .mapToInt(loop -> cost(Asl.EXECUTION, loop))
        .max()
        .orElseThrow();
  }

  private static int maxAttempts(String state, String error) {
    for (var retrier : Asl.EXECUTION.state(state).path("Retry")) {
      if (retrier.path("ErrorEquals").path(0).asText().equals(error)) {
        return retrier.path("MaxAttempts").asInt();
      }
    }
    return 0;
  }

  /** A loop without a Wait or a task that waits would spend the history in minutes (D11). */
  @Test
  void every_loop_waits_for_something() {
    for (var machine : List.of(Asl.EXECUTION, Asl.WAVE)) {
      for (var state : machine.states(s -> true).keySet()) {
        for (var loop : loops(machine, state)) {
          assertThat(loop)
              .as(machine + " " + loop)
              .anySatisfy(
                  name ->
                      assertThat(machine.state(name).path("Type").asText()).isIn("Wait", "Task"));
        }
      }
    }
  }

  /** On the way to each end, success or not, the handler has been asked to write the outcome. */
  @Test
  void every_way_to_an_end_passes_a_state_that_writes() {
    var writing = Set.of("create", "update", "finalize");
    for (var way : ways("CreateExecution", List.of("CreateExecution"))) {
      assertThat(way)
          .as(way.toString())
          .anySatisfy(
              name ->
                  assertThat(Asl.payload(Asl.EXECUTION.state(name)).path("operation").asText())
                      .isIn(writing));
      assertThat(way.get(way.size() - 2)).isIn("RecordedOutcome", "RecordGivingUp");
    }
  }

  private static List<List<String>> ways(String state, List<String> path) {
    var found = new ArrayList<List<String>>();
    var nexts = nexts(Asl.EXECUTION.state(state));
    if (nexts.isEmpty()) {
      found.add(path);
    }
    for (var next : nexts) {
      if (!path.contains(next)) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        found.addAll(ways(next, longer));
      }
    }
    return found;
  }
}
