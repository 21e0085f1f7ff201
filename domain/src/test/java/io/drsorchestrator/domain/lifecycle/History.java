package io.drsorchestrator.domain.lifecycle;

import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent;
import io.drsorchestrator.domain.execution.LifecycleViolation;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.wave.JobObservation;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/**
 * What has happened, in order.
 *
 * @param accepted the commands that had an effect, with the wave whose turn it was
 * @param answers what DRS has told before, by wave
 * @param progress what polls have made of it
 */
record History(
    Vector<Accepted> accepted,
    Vector<LifecycleEvent> events,
    Vector<Answer> answers,
    Vector<WaveProgress> progress,
    Set<ExecutionStatus> statuses,
    Set<String> refusals) {

  static final History EMPTY =
      new History(
          Vector.empty(),
          Vector.empty(),
          Vector.empty(),
          Vector.empty(),
          HashSet.of(ExecutionStatus.PENDING),
          HashSet.empty());

  /**
   * A command that had an effect.
   *
   * @param fresh whether the wave whose turn it was had not started before
   */
  record Accepted(String command, int wave, boolean fresh) {}

  /** An answer that DRS gave. */
  record Answer(int wave, JobObservation observation) {}

  History accepted(Accepted command, Vector<LifecycleEvent> told) {
    return new History(
        accepted.append(command), events.appendAll(told), answers, progress, statuses, refusals);
  }

  History polled(Answer answer, WaveProgress made) {
    return new History(
        accepted,
        events.appendAll(made.events()),
        answers.append(answer),
        progress.append(made),
        statuses,
        refusals);
  }

  History saw(ExecutionStatus status) {
    return new History(accepted, events, answers, progress, statuses.add(status), refusals);
  }

  History refused(LifecycleViolation violation) {
    return new History(
        accepted,
        events,
        answers,
        progress,
        statuses,
        refusals.add(violation.getClass().getSimpleName()));
  }

  int count(String command) {
    return accepted.count(done -> done.command().equals(command));
  }

  /** The commands about one wave, in order. */
  Vector<String> about(int wave) {
    return accepted.filter(done -> done.wave() == wave).map(Accepted::command);
  }
}
