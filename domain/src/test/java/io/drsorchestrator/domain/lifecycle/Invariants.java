package io.drsorchestrator.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.drsorchestrator.domain.execution.Execution;
import io.drsorchestrator.domain.execution.ExecutionStatus;
import io.drsorchestrator.domain.execution.LifecycleEvent.ExecutionCompleted;
import io.drsorchestrator.domain.execution.NextStep;
import io.drsorchestrator.domain.server.Server;
import io.drsorchestrator.domain.wave.EndedWave;
import io.drsorchestrator.domain.wave.RecoveryJob;
import io.drsorchestrator.domain.wave.RunningWave;
import io.drsorchestrator.domain.wave.Wave;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Consumer;

/**
 * I1 to I12 of the design, judged by raw wave states, by the plan, by what is true in DRS and by
 * the history. Nothing here asks the domain for its opinion: an oracle that shares its subject's
 * code shares its defects.
 */
final class Invariants {

  private static final Set<String> FINAL = HashSet.of("COMPLETED", "FAILED", "CANCELLED");

  private Invariants() {}

  static Map<String, Consumer<World>> all() {
    return LinkedHashMap.<String, Consumer<World>>empty()
        .put("I1 COMPLETED means every wave of the plan", Invariants::completedMeansAll)
        .put("I2 final states absorb", Invariants::finalStatesAbsorb)
        .put("I3 a poll changes no status", Invariants::pollsChangeNoStatus)
        .put("I4 one wave runs, in order", Invariants::oneWaveInOrder)
        .put("I5 waves stay, ended ones as they are", Invariants::wavesStay)
        .put("I6 no gate opens by itself", Invariants::gatesHold)
        .put("I7 one finalization", Invariants::oneFinalization)
        .put("I8 an accepted cancel is never lost", Invariants::cancelIsKept)
        .put("I9 one job a wave", Invariants::oneJob)
        .put("I10 completed waves are counted", Invariants::countedWaves)
        .put("I11 no fact is lost", Invariants::factsStay)
        .put("I12 nothing runs after the end", Invariants::nothingRunsAfterTheEnd)
        .put("no wave starts while a pause is asked for", Invariants::pausesAreHonoured)
        .put("the next step fits the state", Invariants::nextStepFits)
        .put("only transitions move the revision", Invariants::revisionCounts);
  }

  private static void completedMeansAll(World world) {
    if (world.execution().status() == ExecutionStatus.COMPLETED) {
      assertThat(world.plan()).isNotEmpty();
      assertThat(kinds(world)).hasSameSizeAs(world.plan()).containsOnly("COMPLETED");
      assertThat(Vector.range(0, world.plan().size())).allMatch(wave -> launched(world, wave));
    }
  }

  private static void finalStatesAbsorb(World world) {
    if (FINAL.contains(world.before().status().name())) {
      assertThat(world.execution()).isEqualTo(world.before());
    }
  }

  private static void pollsChangeNoStatus(World world) {
    if (world.last() == Move.Kind.POLL || world.last() == Move.Kind.LAUNCH_RECORD) {
      assertThat(world.execution()).hasSameClassAs(world.before());
      assertThat(world.execution().status()).isEqualTo(world.before().status());
    }
  }

  private static void oneWaveInOrder(World world) {
    var kinds = kinds(world);
    assertThat(kinds.filter(kind -> kind.startsWith("POLLING"))).hasSizeLessThan(2);
    Vector.range(0, kinds.size())
        .filter(wave -> hasStarted(waves(world).get(wave)))
        .flatMap(wave -> Vector.range(0, wave))
        .forEach(
            earlier -> {
              assertThat(kinds.get(earlier)).isEqualTo("COMPLETED");
              assertThat(launched(world, earlier)).isTrue();
            });
  }

  private static void wavesStay(World world) {
    assertThat(waves(world).map(Wave::plan)).containsExactlyElementsOf(world.plan());
    World.kinds(world.before())
        .zip(kinds(world))
        .filter(wave -> FINAL.contains(wave._1))
        .forEach(wave -> assertThat(wave._2).isEqualTo(wave._1));
  }

  private static void gatesHold(World world) {
    Vector.range(0, world.plan().size())
        .filter(wave -> world.plan().get(wave).pauseBeforeWave())
        .filter(wave -> hasStarted(waves(world).get(wave)))
        .forEach(
            wave ->
                assertThat(world.history().about(wave))
                    .containsSubsequence("pause", "requestResume", "resume"));
  }

  private static void oneFinalization(World world) {
    var completed = world.execution().status() == ExecutionStatus.COMPLETED ? 1 : 0;
    assertThat(world.history().count("finalize")).isEqualTo(completed);
    assertThat(world.history().events().filter(ExecutionCompleted.class::isInstance))
        .hasSize(completed);
  }

  private static void cancelIsKept(World world) {
    var status = world.execution().status();
    assertThat(status == ExecutionStatus.CANCELLING || status == ExecutionStatus.CANCELLED)
        .isEqualTo(world.history().count("requestCancel") > 0);
  }

  private static void oneJob(World world) {
    assertThat(world.drs().jobs().values()).allMatch(jobs -> jobs.size() == 1);
    assertThat(world.launchers().filter(launcher -> mayStillLaunch(world, launcher)))
        .as("invocations that may be about to call StartRecovery")
        .hasSizeLessThan(2);
  }

  private static boolean mayStillLaunch(World world, World.Launcher launcher) {
    return !launcher.done() && !launcher.sawJob() && world.now().isBefore(launcher.until());
  }

  private static void countedWaves(World world) {
    assertThat(world.execution().completedWaves()).isEqualTo(completed(kinds(world)));
    if (world.last() == Move.Kind.POLL) {
      world
          .history()
          .progress()
          .lastOption()
          .filter(made -> Store.waves(world.execution()).contains(made.after()))
          .forEach(made -> assertThat(made.completedWaves()).isEqualTo(completed(kinds(world))));
    }
  }

  private static int completed(Vector<String> kinds) {
    return kinds.count("COMPLETED"::equals);
  }

  private static void factsStay(World world) {
    Store.waves(world.before())
        .zip(waves(world))
        .reject(wave -> wave._1 == wave._2)
        .forEach(
            wave -> {
              assertThat(facts(wave._2)).containsAll(facts(wave._1));
              assertThat(endOfJob(wave._2)).containsAll(endOfJob(wave._1));
              assertThat(participants(wave._2)).isGreaterThanOrEqualTo(participants(wave._1));
            });
  }

  /** Of every server: which facts are known, and those that are final. */
  private static Vector<String> facts(Wave wave) {
    return job(wave).isEmpty() ? Vector.empty() : wave.servers().flatMap(Invariants::facts);
  }

  private static Vector<String> facts(Server server) {
    var status = server.launchStatus().name();
    return Vector.of(
            Option.when(status.equals("LAUNCHED") || status.equals("FAILED"), status),
            server.launchTime().map(time -> "launched at " + time),
            server.instanceId().map(id -> "instance " + id),
            server.source().name().map(name -> "name " + name),
            server.source().ipAddress().map(ip -> "address " + ip),
            server.instance().privateIp().map(ip -> "ip " + ip),
            server.instance().hostname().map(host -> "host " + host),
            server.instance().instanceType().map(type -> "type " + type),
            server.instance().launchTime().map(time -> "started at " + time),
            server.error().map(error -> "error " + error))
        .flatMap(fact -> fact)
        .map(fact -> server.id() + " " + fact);
  }

  private static Option<RecoveryJob> job(Wave wave) {
    if (wave instanceof RunningWave running) {
      return running.job();
    }
    return wave instanceof EndedWave ended
        ? ended.launch().flatMap(EndedWave.Launch::job)
        : Option.none();
  }

  static Option<String> endOfJob(Wave wave) {
    return job(wave).flatMap(job -> job.endedBy().map(since -> job.status() + " since " + since));
  }

  private static int participants(Wave wave) {
    return job(wave).map(RecoveryJob::participatingServers).getOrElse(0);
  }

  private static void nothingRunsAfterTheEnd(World world) {
    if (FINAL.contains(world.execution().status().name())) {
      assertThat(kinds(world)).isSubsetOf(FINAL);
    }
    Vector.range(0, world.plan().size())
        .filter(wave -> kinds(world).get(wave).equals("CANCELLED"))
        .forEach(wave -> assertThat(world.drs().of(wave)).isEmpty());
  }

  private static void pausesAreHonoured(World world) {
    var asked = false;
    for (var done : world.history().accepted()) {
      switch (done.command()) {
        case "requestPause" -> asked = true;
        case "pause" -> asked = false;
        case "claim", "failLaunch" -> assertThat(asked && done.fresh()).as("%s", done).isFalse();
        default -> {}
      }
    }
  }

  private static void nextStepFits(World world) {
    assertThat(world.execution().nextStep(world.now()).kind()).isIn(expected(world));
  }

  private static Vector<NextStep.Kind> expected(World world) {
    var turn = world.turn() < world.plan().size() ? kinds(world).get(world.turn()) : "NONE";
    return switch (world.execution().status()) {
      case COMPLETED, FAILED, CANCELLED -> Vector.of(NextStep.Kind.DONE);
      case PAUSED -> Vector.of(NextStep.Kind.PAUSE);
      case CANCELLING -> Vector.of(NextStep.Kind.AWAIT_WAVE, NextStep.Kind.CANCEL);
      case PENDING, POLLING -> expected(turn);
    };
  }

  private static Vector<NextStep.Kind> expected(String turn) {
    return switch (turn) {
      case "PENDING" -> Vector.of(NextStep.Kind.RUN_WAVE, NextStep.Kind.PAUSE);
      case "POLLING (claimed)" -> Vector.of(NextStep.Kind.START_WAVE);
      case "POLLING (running)" -> Vector.of(NextStep.Kind.AWAIT_WAVE);
      case "FAILED" -> Vector.of(NextStep.Kind.FAIL);
      case "NONE" -> Vector.of(NextStep.Kind.FINALIZE);
      default -> Vector.empty();
    };
  }

  private static void revisionCounts(World world) {
    var step = world.last() == Move.Kind.TRANSITION ? 1 : 0;
    assertThat(revision(world.execution())).isEqualTo(revision(world.before()) + step);
  }

  private static long revision(Execution execution) {
    return Store.facts(execution).revision().value();
  }

  /** Started: claimed or launched, or ended after that. */
  private static boolean hasStarted(Wave wave) {
    return wave instanceof EndedWave ended
        ? ended.startTime().isDefined()
        : LifecycleExploration.kind(wave).startsWith("POLLING");
  }

  /** Whether it is true, in DRS, that every server of the plan's wave came up. */
  private static boolean launched(World world, int wave) {
    return world.drs().of(wave).exists(job -> job.launchedAll(world.plan().get(wave).serverIds()));
  }

  private static Vector<String> kinds(World world) {
    return World.kinds(world.execution());
  }

  private static Vector<Wave> waves(World world) {
    return Store.waves(world.execution());
  }
}
