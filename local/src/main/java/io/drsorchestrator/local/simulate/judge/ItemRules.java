package io.drsorchestrator.local.simulate.judge;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must hold of every stored item by itself: I1, I4, I6, I10, I12. */
final class ItemRules {

  private ItemRules() {}

  static Stream<Violation> check(Item item) {
    var waves = item.waveStatuses();
    int running = (int) waves.stream().filter("POLLING"::equals).count();
    return Stream.of(
            rule("I1", item.status().equals("COMPLETED") && !isComplete(item)),
            rule("I4", running > 1 || startsTooEarly(waves)),
            rule("I6", item.status().equals("PAUSED") && running > 0),
            rule("I10", item.number("completedWaves") != completed(item)),
            rule("I12", item.hasEnded() && running > 0))
        .flatMap(broken -> broken)
        .map(name -> new Violation(name, item.status() + " with " + waves));
  }

  private static Stream<String> rule(String name, boolean broken) {
    return broken ? Stream.of(name) : Stream.empty();
  }

  private static long completed(Item item) {
    return item.waveStatuses().stream().filter("COMPLETED"::equals).count();
  }

  private static boolean isComplete(Item item) {
    int total = item.number("totalWaves");
    return total >= 1 && item.waves().size() == total && completed(item) == total;
  }

  private static boolean startsTooEarly(List<String> waves) {
    return IntStream.range(0, waves.size())
        .filter(n -> waves.get(n).equals("POLLING"))
        .anyMatch(n -> waves.subList(0, n).stream().anyMatch(w -> !w.equals("COMPLETED")));
  }
}
