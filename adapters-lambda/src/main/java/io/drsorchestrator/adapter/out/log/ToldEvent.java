package io.drsorchestrator.adapter.out.log;

import io.drsorchestrator.application.port.Occurrence;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionFacts;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.Wave;
import io.drsorchestrator.domain.wave.WaveNumber;
import io.vavr.control.Option;

/**
 * One event of an occurrence.
 *
 * @param part its place among the events of the same write, from 1 on
 */
record ToldEvent(Occurrence occurrence, LifecycleEvent event, int part) {

  String name() {
    return event.getClass().getSimpleName();
  }

  Execution after() {
    return occurrence.after();
  }

  Option<ExecutionFacts> facts() {
    return ExecutionFacts.of(after());
  }

  /** Of what was read; 0 if there was nothing, or an item of an older system. */
  long versionBefore() {
    return occurrence.before().flatMap(ExecutionFacts::of).map(ToldEvent::version).getOrElse(0L);
  }

  long version() {
    return facts().map(ToldEvent::version).getOrElse(0L);
  }

  private static long version(ExecutionFacts facts) {
    return facts.revision().value();
  }

  Option<Wave> wave(WaveNumber number) {
    return facts().flatMap(known -> known.waves().find(number));
  }

  Option<EndedWave> ended(WaveNumber number) {
    return wave(number).filter(EndedWave.class::isInstance).map(EndedWave.class::cast);
  }
}
