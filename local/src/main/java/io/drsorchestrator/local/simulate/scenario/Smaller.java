package io.drsorchestrator.local.simulate.scenario;

import io.drsorchestrator.local.simulate.scenario.PlanChoice.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scenarios that have a little less in them than another, the boldest cuts first. */
public final class Smaller {

  private Smaller() {}

  /** One step smaller in every way there is. */
  public static Stream<Scenario> than(Scenario scenario) {
    return Stream.of(
            without(scenario.faults()).map(scenario::withFaults),
            without(scenario.actions()).map(scenario::withActions),
            without(scenario.troubles()).map(scenario::withTroubles),
            plans(scenario),
            calmer(scenario),
            each(scenario.faults(), Smaller::simpler).map(scenario::withFaults),
            each(scenario.actions(), Smaller::sooner).map(scenario::withActions),
            each(scenario.troubles(), Smaller::shorter).map(scenario::withTroubles))
        .flatMap(smaller -> smaller);
  }

  private static Stream<Scenario> calmer(Scenario scenario) {
    return scenario.latencyMillis() == 0 ? Stream.empty() : Stream.of(scenario.withLatency(0));
  }

  /** Without a half, a quarter, and so on down to a single one. */
  private static <T> Stream<List<T>> without(List<T> all) {
    return Stream.iterate((all.size() + 1) / 2, n -> n > 0, n -> n == 1 ? 0 : (n + 1) / 2)
        .filter(n -> !all.isEmpty())
        .flatMap(
            length ->
                IntStream.iterate(0, from -> from < all.size(), from -> from + length)
                    .mapToObj(from -> cut(all, from, Math.min(all.size(), from + length))));
  }

  private static <T> List<T> cut(List<T> all, int from, int to) {
    var left = new ArrayList<>(all.subList(0, from));
    left.addAll(all.subList(to, all.size()));
    return left;
  }

  private interface Change<T> {
    Stream<T> of(T one);
  }

  private static <T> Stream<List<T>> each(List<T> all, Change<T> change) {
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(i -> change.of(all.get(i)).map(other -> replaced(all, i, other)));
  }

  private static <T> List<T> replaced(List<T> all, int index, T other) {
    var changed = new ArrayList<>(all);
    changed.set(index, other);
    return changed;
  }

  private static Stream<PlannedFault> simpler(PlannedFault f) {
    return Stream.of(
            new PlannedFault(f.kind(), f.operation(), f.state(), f.skip(), 1, f.seconds()),
            new PlannedFault(f.kind(), f.operation(), f.state(), 0, f.times(), f.seconds()),
            new PlannedFault(
                f.kind(), f.operation(), f.state(), f.skip(), f.times(), f.seconds() / 2))
        .filter(other -> !other.equals(f));
  }

  private static Stream<PlannedAction> sooner(PlannedAction a) {
    return Stream.of(0, a.delayMillis() / 2)
        .filter(delay -> delay != a.delayMillis())
        .map(delay -> new PlannedAction(a.kind(), a.operation(), a.when(), a.time(), delay));
  }

  private static Stream<DrsTrouble> shorter(DrsTrouble t) {
    return Stream.of(new DrsTrouble(t.kind(), t.wave(), t.seconds() / 2))
        .filter(other -> other.seconds() >= 15);
  }

  private static Stream<Scenario> plans(Scenario scenario) {
    return scenario.plan() instanceof Drawn drawn
        ? waves(drawn.waves()).map(waves -> scenario.withPlan(new Drawn(waves)))
        : Stream.empty();
  }

  private static Stream<List<WaveSpec>> waves(List<WaveSpec> waves) {
    return Stream.concat(
        waves.size() > 1 ? Stream.of(waves.subList(0, waves.size() - 1)) : Stream.empty(),
        each(waves, Smaller::lighter));
  }

  private static Stream<WaveSpec> lighter(WaveSpec wave) {
    return Stream.of(new WaveSpec(1, wave.isGated()), new WaveSpec(wave.servers(), false))
        .filter(other -> !other.equals(wave));
  }
}
