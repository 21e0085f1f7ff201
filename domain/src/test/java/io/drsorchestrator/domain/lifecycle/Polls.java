package io.drsorchestrator.domain.lifecycle;

import static io.drsorchestrator.domain.wave.SampleWaves.POLICY;

import io.drsorchestrator.domain.execution.ActiveExecution;
import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.RunningExecution;
import io.drsorchestrator.domain.execution.WaveProgress;
import io.drsorchestrator.domain.lifecycle.Drs.Job;
import io.drsorchestrator.domain.server.LaunchStatus;
import io.drsorchestrator.domain.server.ServerObservation;
import io.drsorchestrator.domain.server.SourceServerId;
import io.drsorchestrator.domain.wave.JobObservation;
import io.drsorchestrator.domain.wave.JobObservation.JobState;
import io.drsorchestrator.domain.wave.RunningWave;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;

/** What DRS does, and what pollers see of it and write, in whatever order. */
final class Polls {

  private Polls() {}

  /** How an answer relates to the truth. None ever calls a server LAUNCHED that is not. */
  enum Answer {
    RICH,
    BARE,
    WITHOUT_SERVERS,
    NO_JOB,
    GARBAGE
  }

  static World poll(World world, Answer answer) {
    return running(world.execution())
        .flatMap(wave -> job(world, wave).map(job -> poll(world, wave, told(job, answer))))
        .getOrElse(world::stays);
  }

  /** A poll that gets an answer which DRS has given before. */
  static World pollStale(World world, int index) {
    return running(world.execution())
        .flatMap(
            wave ->
                pick(
                        world.history().answers().filter(a -> a.wave() == wave.number().value()),
                        index)
                    .map(answer -> poll(world, wave, answer.observation())))
        .getOrElse(world::stays);
  }

  /** A poller that read the wave long ago looks, and writes, only now. */
  static World pollOutdated(World world, int index) {
    return pick(world.history().progress(), index)
        .map(WaveProgress::before)
        .filter(wave -> wave instanceof RunningWave)
        .filter(wave -> world.execution() instanceof RunningExecution)
        .map(RunningWave.class::cast)
        .flatMap(wave -> job(world, wave).map(job -> poll(world, wave, told(job, Answer.RICH))))
        .getOrElse(world::stays);
  }

  /** A writer that was slow, or repeats itself. */
  static World writeLate(World world, int index) {
    return pick(world.history().progress(), index)
        .filter(progress -> world.execution() instanceof RunningExecution)
        .map(
            progress ->
                world.reached(
                    Move.Kind.POLL,
                    (Execution) ((RunningExecution) world.execution()).after(progress)))
        .getOrElse(world::stays);
  }

  private static World poll(World world, RunningWave wave, JobObservation seen) {
    var running = (RunningExecution) world.execution();
    var progress = running.observe(wave, seen, world.now(), POLICY);
    var answer = new History.Answer(wave.number().value(), seen);
    var after = world.reached(Move.Kind.POLL, (Execution) running.after(progress));
    return after.with(after.history().polled(answer, progress));
  }

  private static JobObservation told(Job job, Answer answer) {
    return switch (answer) {
      case RICH -> Drs.answer(job, true);
      case BARE -> Drs.answer(job, false);
      case WITHOUT_SERVERS -> new JobObservation(Drs.answer(job, false).job(), HashMap.empty());
      case NO_JOB -> new JobObservation(Option.none(), HashMap.empty());
      case GARBAGE -> garbage(job);
    };
  }

  /** Words that nobody knows, and success of servers that do not belong here. */
  private static JobObservation garbage(Job job) {
    var strange = ServerObservation.of(new LaunchStatus("SOMETHING_NEW"));
    var strangers = ServerObservation.of(LaunchStatus.LAUNCHED);
    return new JobObservation(
        Option.some(new JobState("SOMETHING_NEW", Option.none(), Option.none())),
        job.servers()
            .mapValues(word -> strange)
            .put(new SourceServerId("s-of-somebody-else"), strangers));
  }

  /** How the newest job goes on. */
  enum Course {
    BEGIN,
    LAUNCH_ONE,
    LAUNCH_ALL,
    FAIL_ONE,
    END
  }

  static World goOn(World world, Course course) {
    return newest(world)
        .map(
            wave ->
                world
                    .stays()
                    .with(world.drs().update(wave, gone(world.drs().of(wave).head(), course))))
        .getOrElse(world::stays);
  }

  private static Option<Integer> newest(World world) {
    return world.drs().jobs().keySet().max();
  }

  private static Job gone(Job job, Course course) {
    return switch (course) {
      case BEGIN -> undecided(job, "IN_PROGRESS");
      case LAUNCH_ONE -> undecided(job, "LAUNCHED");
      case LAUNCH_ALL ->
          job.undecided().isDefined() ? gone(undecided(job, "LAUNCHED"), course) : job.end();
      case FAIL_ONE -> undecided(job, "FAILED");
      case END -> job.end();
    };
  }

  private static Job undecided(Job job, String word) {
    return job.undecided().map(server -> job.with(server, word)).getOrElse(job);
  }

  /** The running wave comes to its end, one move at a time. */
  static World succeed(World world, Duration wait) {
    var done =
        world
            .drs()
            .of(newest(world).getOrElse(0))
            .forAll(job -> job.ended() && job.undecided().isEmpty());
    return done ? poll(world.later(wait), Answer.RICH) : goOn(world.later(wait), Course.LAUNCH_ALL);
  }

  private static Option<Job> job(World world, RunningWave wave) {
    return world.drs().of(wave.number().value()).find(job -> job.id().equals(wave.jobId()));
  }

  private static Option<RunningWave> running(Execution execution) {
    return execution instanceof ActiveExecution
        ? Store.waves(execution).find(RunningWave.class::isInstance).map(RunningWave.class::cast)
        : Option.none();
  }

  private static <T> Option<T> pick(Vector<T> all, int index) {
    return Option.when(all.nonEmpty(), () -> all.get(index % all.size()));
  }
}
