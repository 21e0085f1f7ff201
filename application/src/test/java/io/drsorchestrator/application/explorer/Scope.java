package io.drsorchestrator.application.explorer;

import io.drsorchestrator.application.explorer.Order.Kind;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;

/**
 * What a search looks at.
 *
 * @param inFlight how many invocations may be under way at the same moment
 * @param visitors who may come at any moment, besides the workflow
 */
record Scope(
    Plan plan,
    int inFlight,
    Allowance allowance,
    Set<Kind> visitors,
    Set<Weather> weather,
    Set<Trouble> troubles) {

  static final Set<Kind> OPERATORS =
      LinkedHashSet.of(Kind.ASK_PAUSE, Kind.ASK_RESUME, Kind.ASK_CANCEL);
  static final Set<Kind> EVERYBODY =
      LinkedHashSet.of(Kind.START, Kind.FIND, Kind.POLL, Kind.DEATH).addAll(OPERATORS);
  static final Set<Weather> CALM = LinkedHashSet.of(Weather.ENDS_WELL, Weather.ENDS_BADLY);

  /** Everybody, in calm weather, and nothing goes wrong. */
  static Scope of(String letters, int inFlight) {
    return new Scope(
        Plan.of(letters), inFlight, Allowance.UNLIMITED, EVERYBODY, CALM, LinkedHashSet.empty());
  }

  Scope with(Plan other) {
    return new Scope(other, inFlight, allowance, visitors, weather, troubles);
  }

  Scope with(Allowance limits) {
    return new Scope(plan, inFlight, limits, visitors, weather, troubles);
  }

  Scope visitedBy(Kind... kinds) {
    return new Scope(plan, inFlight, allowance, LinkedHashSet.of(kinds), weather, troubles);
  }

  Scope alsoBy(Kind kind) {
    return new Scope(plan, inFlight, allowance, visitors.add(kind), weather, troubles);
  }

  /** That much trouble of these kinds. */
  Scope troubledBy(int faults, Trouble... kinds) {
    var limits =
        new Allowance(allowance.preemptions(), faults, allowance.visitors(), allowance.forgets());
    return with(limits).troubledBy(kinds);
  }

  Scope preempted(int preemptions) {
    return with(
        new Allowance(preemptions, allowance.faults(), allowance.visitors(), allowance.forgets()));
  }

  Scope in(Weather... kinds) {
    return new Scope(plan, inFlight, allowance, visitors, LinkedHashSet.of(kinds), troubles);
  }

  Scope troubledBy(Trouble... kinds) {
    return new Scope(plan, inFlight, allowance, visitors, weather, LinkedHashSet.of(kinds));
  }
}
