package io.drsorchestrator.application.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Explores small plans; what it finds it prints as a script. */
final class ExplorerTest {

  private static final int LIMIT = Integer.getInteger("explorer.limit", 2_000_000);

  @Test
  void one_wave_with_nobody_but_the_workflow() {
    explore("w, workflow", Scope.of("w", 1).visitedBy(Order.Kind.START));
  }

  @Test
  void one_wave_and_everybody_one_after_another() {
    explore("w, 1", Scope.of("w", 1));
  }

  @Test
  void one_wave_and_two_at_a_time() {
    explore("w, 2", Scope.of("w", 2));
  }

  @Test
  void w2f() {
    explore("w, 2 f", Scope.of("w", 2).with(Allowance.UNLIMITED.forgetting()));
  }

  @Test
  void w2p() {
    explore("w, 2 p2", Scope.of("w", 2).with(new Allowance(2, 0, -1, true)));
  }

  @Test
  void w2nofind() {
    explore("w, 2 no find", Scope.of("w", 2).with(Allowance.UNLIMITED.forgetting()).visitedBy(Order.Kind.START, Order.Kind.POLL, Order.Kind.DEATH, Order.Kind.ASK_PAUSE, Order.Kind.ASK_RESUME, Order.Kind.ASK_CANCEL));
  }

  @Test
  void w2nofindall() {
    explore("w, 2 no find, no forget", Scope.of("w", 2).visitedBy(Order.Kind.START, Order.Kind.POLL, Order.Kind.DEATH, Order.Kind.ASK_PAUSE, Order.Kind.ASK_RESUME, Order.Kind.ASK_CANCEL));
  }

  private static void explore(String name, Scope scope) {
    long began = System.nanoTime();
    var found = Search.run(scope, Mutant.NONE, LIMIT);
    System.out.printf(
        "%-20s %,9d states %,10d transitions, depth %d, %s, %.1f s%n",
        name,
        found.states(),
        found.transitions(),
        found.depth(),
        found.isComplete() ? "complete" : "cut off",
        (System.nanoTime() - began) / 1e9);
    found.script().forEach(line -> System.out.println("    " + line));
    found.violation().forEach(violation -> System.out.println("    => " + violation));
    assertThat(found.violation()).isEmpty();
    assertThat(found.isComplete()).isTrue();
  }
}
