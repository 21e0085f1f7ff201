package io.drsorchestrator.application.explorer;

import static io.drsorchestrator.application.explorer.Judge.broken;

import io.drsorchestrator.application.explorer.Judge.Rule;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What must hold of every item that is ever stored. */
final class StateRules {

  static final Vector<Rule> ALL =
      Vector.of(
          rule("I1", item -> item.has(List.of("COMPLETED")) && !isComplete(item)),
          rule("I4", item -> running(item) > 1 || startsTooEarly(item.waveStatuses())),
          rule("I6", item -> item.has(List.of("PAUSED")) && running(item) > 0),
          rule("I10", item -> item.number("completedWaves") != completed(item)),
          rule("I12", item -> item.hasEnded() && running(item) > 0),
          rule("PAUSED without a token", StateRules::nobodyCanWake),
          rule("an end without endTime", StateRules::endsAtNoTime),
          rule("an end with a wish left", item -> item.hasEnded() && item.has("pauseRequest")),
          rule("a wave's end without endTime", StateRules::waveEndsAtNoTime));

  private StateRules() {}

  private static Rule rule(String name, Predicate<Raw> isBroken) {
    return (before, move) ->
        broken(move.world().stored().item().exists(isBroken), name, before, move);
  }

  private static long running(Raw item) {
    return item.waveStatuses().stream().filter("POLLING"::equals).count();
  }

  private static long completed(Raw item) {
    return item.waveStatuses().stream().filter("COMPLETED"::equals).count();
  }

  private static boolean isComplete(Raw item) {
    long total = item.number("totalWaves");
    return total >= 1 && item.waves().size() == total && completed(item) == total;
  }

  private static boolean startsTooEarly(List<String> waves) {
    return IntStream.range(0, waves.size())
        .filter(n -> waves.get(n).equals("POLLING"))
        .anyMatch(n -> waves.subList(0, n).stream().anyMatch(w -> !w.equals("COMPLETED")));
  }

  private static boolean nobodyCanWake(Raw item) {
    return item.has(List.of("PAUSED"))
        && (item.text("taskToken").isEmpty() || !item.has("pausedBeforeWave"));
  }

  private static boolean endsAtNoTime(Raw item) {
    return item.hasEnded() && item.number("endTime") <= 0;
  }

  private static boolean waveEndsAtNoTime(Raw item) {
    return item.waves().stream().anyMatch(w -> w.hasEnded() && w.number("endTime") <= 0);
  }
}
