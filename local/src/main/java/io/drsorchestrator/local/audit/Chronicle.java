package io.drsorchestrator.local.audit;

import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The events of one execution in the order of its versions, in whatever order they were logged.
 *
 * @param steps those that moved the version on
 * @param besides those that did not: each happened at its version or later
 */
record Chronicle(String executionId, Vector<Step> steps, Vector<EventLine> besides) {

  static Chronicle of(String executionId, Vector<EventLine> lines) {
    var sorted = lines.sortBy(line -> line.version() * 1000 + line.part());
    var steps =
        sorted
            .filter(EventLine::isStep)
            .groupBy(EventLine::version)
            .toVector()
            .map(step -> new Step(step._1, step._2.toVector()))
            .sortBy(Step::version);
    return new Chronicle(executionId, steps, sorted.reject(EventLine::isStep));
  }

  Option<Step> step(long version) {
    return steps.find(step -> step.version() == version);
  }

  /** Each step with the one before it, where neither is missing. */
  Vector<Tuple2<Step, Step>> pairs() {
    return steps
        .sliding(2)
        .filter(pair -> pair.size() == 2)
        .map(pair -> new Tuple2<>(pair.head(), pair.last()))
        .filter(pair -> pair._2.version() == pair._1.version() + 1)
        .toVector();
  }

  Option<Step> creation() {
    return steps.headOption().filter(step -> step.has("ExecutionCreated"));
  }

  Vector<EventLine> lines() {
    return steps.flatMap(Step::lines).appendAll(besides);
  }

  /** The events that ended {@code wave} without moving the version on. */
  Vector<EventLine> ends(int wave) {
    return besides.filter(
        line -> line.wave() == wave && line.is("WaveCompleted", "WaveFailed", "WaveCancelled"));
  }
}
